"""Whether a sentence calls for something (加强管护) or states something (管护不断加强).

Official prose does not mix the two: the headings of one row all call, or all state. Told by what a
sentence begins and ends with; no dictionary.
"""

from __future__ import annotations

import re

_CALLS = """
加快 加强 加大 加力 加紧 加速 强化 推动 推进 推行 推广 促进 提升 提高 提振 优化 完善 健全 深化
深入 扩大 拓展 拓宽 培育 培养 构建 打造 打赢 打通 打好 实施 实行 实现 开展 落实 抓好 抓实 抓紧
抓住 做好 做强 做大 做优 做实 做细 改善 增强 激发 释放 支持 坚持 坚定 坚决 坚守 着力 大力 全力
全面 持续 积极 稳步 稳妥 稳住 稳定 扎实 切实 进一步 更大 更加 更好 更高 统筹 突出 聚焦 注重 重点实
重点推 重点抓 严格 严密 严防 严守 严控 守牢 守住 守好 筑牢 织牢 兜牢 扎牢 织密 巩固 防范 化解 引导
鼓励 规范 整治 维护 争创 创建 用好 办好 管好 建好 建立 建强 树立 树牢 弘扬 繁荣 丰富 盘活 放大
营造 搭建 集聚 让 以 要 一体 协同 高质 高标 高水 多措并举 千方百计 因地制宜 纵深推 有序推 有效推
奋力 毫不 不断 始终 牢牢 紧紧 充分 解决 破解 破除 畅通 完成 启动 制定 出台 吸引 举办 承办 探索
谋划 前瞻 迭代 形成 发展壮大 发挥 保持 整体 围绕 夯实 主动
"""
_STATES = """
不断 持续 稳步 进一步 更加 更 日益 明显 显著 有序 扎实 逐步 加速 加快 深入 稳中 全面 全线 协同 有力 有效 初步 成功
得到 取得 实现 步伐
"""
_CALL = re.compile(f"(?:{'|'.join(_CALLS.split())})(?!的)")
_STATE = re.compile(f"(?:{'|'.join(_STATES.split())})[^，。]{{0,4}}$")


def mood(view: str, start: int, stop: int) -> int:
    """1 for a sentence that calls for something, -1 for one that states something, 0 if it does not tell."""
    return 1 if _CALL.match(view, start, stop) else -1 if _STATE.search(view, start, stop) else 0
