"""A speech of our own writing with all that shifts positions: adverts, indents, rare characters, emoji."""

TEXT = (
    "本稿由校对小组流转，请勿外传\n"
    "扫码进群领取更多材料\n"
    "\n"
    "在全镇河道整治动员会上的讲话\n"
    "（2024年3月12日）\n"
    "同志们：\n"
    "\u3000\u3000今天开会，只为一件事：把门前的河治好。赵𫖯同志带队走完了九道湾，回来只说了三个字：“能治好！”😀下面，我讲两点意见。\n"
    "一、看清形势，把治河的担子挑起来\n"
    "\u3000\u3000河水清不清，两岸群众看得最真切。去年清淤8公里，拆除违建120处，水质一年上了两个台阶，来之不易。\n"
    "（一）难题还在。沿河还有23个直排口，雨一大水就返浑。干部不能只在岸上看，要到水边去。\n"
    "（二）时机正好。枯水期只有四十天，错过今年就要再等一年。\n"
    "二、压实责任，把治河的账算清楚\n"
    "\u3000\u3000一段一个河长，一口一个对策，一周一次通报。谁的河段，谁来守；谁守不住，谁来说清楚。\n"
    "同志们，河清岸绿不是一天的事，让我们从今天做起，从脚下做起！"
)

SECOND = "第二篇讲话\n\n同志们：\n只说一件事：把路修好。"
"""Another, short speech."""

TITLE = "在全镇河道整治动员会上的讲话"
DATE = "2024-03-12"


def find(words: str) -> tuple[int, int]:
    """The one place of some words: start and stop, code points."""
    assert TEXT.count(words) == 1, words
    return TEXT.index(words), TEXT.index(words) + len(words)
