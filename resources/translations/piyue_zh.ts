<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AgreementTable</name>
    <message>
        <source>Agreement by tag</source>
        <translation>各标签的一致程度</translation>
    </message>
    <message>
        <source>%1: marks</source>
        <translation>%1：条数</translation>
    </message>
    <message>
        <source>%1 only</source>
        <translation>只有%1</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Characters by both</source>
        <translation>两人都标字数</translation>
    </message>
    <message>
        <source>κ (Cohen) looks at each character, α_u (Krippendorff) at where passages begin and end: 1 is full agreement, 0 what chance brings, below 0 less than that.</source>
        <translation>κ（科恩）逐字比较，α_u（克里彭多夫）比较起止位置：1 为完全一致，0 为碰巧的程度，负数还不如碰巧。</translation>
    </message>
    <message>
        <source>All marks</source>
        <translation>全部批注</translation>
    </message>
    <message>
        <source>—: neither has marked anything, so there is nothing to agree on.</source>
        <translation>“—”：两人都没有标，无从比较。</translation>
    </message>
    <message>
        <source>—: both have marked the whole text, so chance alone brings full agreement.</source>
        <translation>“—”：两人都标了全文，单凭碰巧也会完全一致，无从计算。</translation>
    </message>
</context>
<context>
    <name>AnnotationList</name>
    <message>
        <source>List of marks</source>
        <translation>批注列表</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Choose or make a library</source>
        <translation>选择或新建资料库</translation>
    </message>
    <message>
        <source>Choose another library…</source>
        <translation>另选资料库…</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再算</translation>
    </message>
    <message>
        <source>Working… %1 %</source>
        <translation>正在计算… %1 %</translation>
    </message>
</context>
<context>
    <name>BinDelegate</name>
    <message>
        <source>Untitled</source>
        <translation>无题</translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message>
        <source>Deleted marks</source>
        <translation>已删除的批注</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>Empty…</source>
        <translation>清空…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n 条批注</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>没有删除过批注。</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted mark(s) will be gone for good. This cannot be undone.</source>
        <translation>
            <numerusform>%n 条已删除的批注将彻底清除，无法撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>BlanksPage</name>
    <message>
        <source>Fill list</source>
        <translation>待填清单</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Same names together</source>
        <translation>同名合并</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>To fill in</source>
        <translation>待填处</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>所在标题</translation>
    </message>
    <message>
        <source>%1 numbers, %2 names</source>
        <translation>数字 %1 处，名称 %2 处</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Board by tag</source>
        <translation>按标签分栏</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>没有标签</translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message numerus="yes">
        <source>%n mark(s) without a place</source>
        <translation>
            <numerusform>%n 条批注失去原位</numerusform>
        </translation>
    </message>
    <message>
        <source>Their passages are no longer in the text.</source>
        <translation>正文里已找不到原来的段落。</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>已移位</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有改动</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Take off “%1”</source>
        <translation>取下“%1”</translation>
    </message>
</context>
<context>
    <name>CollocatesPage</name>
    <message>
        <source>Collocates</source>
        <translation>搭配</translation>
    </message>
    <message>
        <source>A word, then Enter</source>
        <translation>输入一个词，回车</translation>
    </message>
    <message>
        <source>Without everyday words</source>
        <translation>不看常用词</translation>
    </message>
    <message>
        <source>How far from the word</source>
        <translation>离这个词多远</translation>
    </message>
    <message numerus="yes">
        <source>±%n word(s)</source>
        <translation>
            <numerusform>前后 %n 词</numerusform>
        </translation>
    </message>
    <message>
        <source>in its sentence</source>
        <translation>同一句</translation>
    </message>
    <message>
        <source>Type a word, or select one in the text.</source>
        <translation>请输入一个词，或者在正文里选一个。</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>同现</translation>
    </message>
    <message>
        <source>How often they stand together</source>
        <translation>一起出现几次</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>在前</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>在后</translation>
    </message>
    <message>
        <source>At most 14; a point more is twice as close</source>
        <translation>最高 14；每高 1，搭配紧一倍</translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %n time(s)</source>
        <translation>
            <numerusform>“%1”：%n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message>
        <source>One reader</source>
        <translation>一方</translation>
    </message>
    <message>
        <source>The other reader</source>
        <translation>另一方</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>and</source>
        <translation>与</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>未署名</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>全部标签</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>只有%1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两人都标</translation>
    </message>
    <message>
        <source>Both, with other tags</source>
        <translation>都标但标签不同</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare two readers</source>
        <translation>比较两人批注</translation>
    </message>
    <message>
        <source>All marks of this speech are by one reader.</source>
        <translation>这篇讲话的批注都出自一个人，先导入另一个人的批注。</translation>
    </message>
    <message>
        <source>Passages marked by either</source>
        <translation>两人标过的段落</translation>
    </message>
    <message>
        <source>Copy the figures</source>
        <translation>复制数字</translation>
    </message>
    <message>
        <source>Import marks…</source>
        <translation>导入批注…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>Text of %1</source>
        <translation>%1的正文</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>移去%1</translation>
    </message>
</context>
<context>
    <name>CompareRoom</name>
    <message>
        <source>Compare speeches</source>
        <translation>比较讲话</translation>
    </message>
    <message>
        <source>Outlines and texts side by side</source>
        <translation>提纲和正文对照</translation>
    </message>
    <message>
        <source>Choose two to four speeches to compare.</source>
        <translation>选两到四篇讲话来比较。</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>提纲</translation>
    </message>
    <message>
        <source>Shared passages</source>
        <translation>相同文段</translation>
    </message>
    <message>
        <source>Add a speech</source>
        <translation>添加讲话</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>No other speech is there to compare.</source>
        <translation>没有别的讲话可以比较。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较……</translation>
    </message>
    <message>
        <source>%1 of %2 headings stand together</source>
        <translation>%2 个标题中 %1 个对得上</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) shared</source>
        <translation>
            <numerusform>%n 处相同</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparedText</name>
    <message numerus="yes">
        <source>%n line(s) of adverts and watermarks</source>
        <translation>
            <numerusform>网站水印与广告 · %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Choose marks in the list first, or put the caret on one.</source>
        <translation>请先在列表中选中批注，或把光标放在一条批注上。</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在复制…</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) copied as %1.</source>
        <translation>
            <numerusform>已将 %n 条批注复制为 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>The chosen speech</source>
        <translation>选中的讲话</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无题</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n 条批注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other version(s)</source>
        <translation>
            <numerusform>另有 %n 个版本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Data cards</source>
        <translation>数据卡片</translation>
    </message>
    <message>
        <source>Mark as %1</source>
        <translation>标为%1</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>所在标题</translation>
    </message>
    <message>
        <source>Mark data</source>
        <translation>标注数据</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Select a passage first, or put the caret on a mark.</source>
        <translation>请先选中文字，或把光标放到一条批注上。</translation>
    </message>
    <message>
        <source>Piyue %1
Read and mark official speeches.
MIT licence.</source>
        <translation>批阅 %1
阅读和批注讲话稿。
MIT 许可证。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>提纲</translation>
    </message>
</context>
<context>
    <name>DispersionPage</name>
    <message>
        <source>A word, then Enter</source>
        <translation>输入一个词，回车</translation>
    </message>
    <message>
        <source>Where in the speech the word is used</source>
        <translation>这个词用在讲话的哪些地方</translation>
    </message>
    <message>
        <source>Dispersion</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Type a word, or select one in the text.</source>
        <translation>请输入一个词，或者在正文里选一个。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>in 10,000</source>
        <translation>每万字</translation>
    </message>
    <message>
        <source>Times in 10,000 characters</source>
        <translation>每万字几次</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>(beginning)</source>
        <translation>（开头）</translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %n time(s)</source>
        <translation>
            <numerusform>“%1”：%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>D (Juilland): 1 is even. DP (Gries): 0 is even.</source>
        <translation>D（Juilland）：1 为均匀。DP（Gries）：0 为均匀。</translation>
    </message>
</context>
<context>
    <name>ElsewherePage</name>
    <message>
        <source>Where else</source>
        <translation>他处</translation>
    </message>
    <message>
        <source>Select a passage in the text, and press W.</source>
        <translation>在正文里选中一段，按 W。</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>讲话</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>相似 %</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>文段</translation>
    </message>
    <message>
        <source>The library has it nowhere else.</source>
        <translation>资料库里没有别处用过。</translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation>只列前 %1 处</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Edit templates…</source>
        <translation>编辑模板…</translation>
    </message>
    <message>
        <source>How</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>首页预览</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Speech %1 of %2</source>
        <translation>第 %1 篇，共 %2 篇</translation>
    </message>
    <message>
        <source>Exported to “%1”.</source>
        <translation>已导出到“%1”。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>FactsDialog</name>
    <message numerus="yes">
        <source>About %n speech(es)</source>
        <translation>
            <numerusform>%n 篇讲话的信息</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签词</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>题名</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>讲话人</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>场合</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Words, with blanks between them</source>
        <translation>词语，以空格分隔</translation>
    </message>
    <message>
        <source>A name, or names with / between them</source>
        <translation>名称，可用 / 分层</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FileDeeds</name>
    <message>
        <source>Speeches (%1);;All files (*)</source>
        <translation>讲话 (%1);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open speeches</source>
        <translation>打开讲话稿</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Take a folder into the library</source>
        <translation>将文件夹收入资料库</translation>
    </message>
    <message>
        <source>Recognise the text</source>
        <translation>识别文字</translation>
    </message>
    <message>
        <source>Recognising…</source>
        <translation>正在识别…</translation>
    </message>
    <message>
        <source>Recognising: page %1 of %2 is done.</source>
        <translation>正在识别：共 %2 页，已完成 %1 页。</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) and highlight(s) of the file are marks here.</source>
        <translation>
            <numerusform>文件自带的 %n 处批注和突出显示，已成为这里的批注。</numerusform>
        </translation>
    </message>
    <message>
        <source>The text was replaced; its former version is kept. Of the marks: %1.</source>
        <translation>文本已更新，旧版本仍保留。批注：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n 条原位不变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n 条移了位置</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n 条文字有变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not found</source>
        <translation>
            <numerusform>%n 条没有找到</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Look at them…</source>
        <translation>逐条查看…</translation>
    </message>
    <message numerus="yes">
        <source>This looks like another version of “%1”, which has %n mark(s).</source>
        <translation>
            <numerusform>这篇像是《%1》的另一个版本，那一篇有 %n 条批注。</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring the marks along</source>
        <translation>把批注带过来</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Sort and filter marks</source>
        <translation>排序与筛选批注</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show all marks</source>
        <translation>显示全部批注</translation>
    </message>
    <message>
        <source>Do not filter by %1</source>
        <translation>取消筛选：%1</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Filter the outline</source>
        <translation>筛选提纲</translation>
    </message>
    <message>
        <source>Filter, by pinyin initials too</source>
        <translation>筛选&#x3000;可用拼音首字母</translation>
    </message>
    <message>
        <source>Filter marks by words in quote or note</source>
        <translation>按原文或笔记中的字词筛选批注</translation>
    </message>
    <message>
        <source>Filter marks</source>
        <translation>筛选批注</translation>
    </message>
</context>
<context>
    <name>FilterSheet</name>
    <message>
        <source>Sort and filter marks</source>
        <translation>排序与筛选批注</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星级</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>批注时间</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>批注人</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show all marks</source>
        <translation>显示全部批注</translation>
    </message>
    <message>
        <source>Whole speech</source>
        <translation>全篇</translation>
    </message>
    <message>
        <source>Section being read</source>
        <translation>正在读的一节</translation>
    </message>
    <message>
        <source>Since this day</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
</context>
<context>
    <name>FormList</name>
    <message>
        <source>How</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
</context>
<context>
    <name>GlossaryPage</name>
    <message>
        <source>Glossary</source>
        <translation>提法表</translation>
    </message>
    <message>
        <source>With a number only</source>
        <translation>只看带数字的</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>提法</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>First under</source>
        <translation>首次出现于</translation>
    </message>
    <message>
        <source>%1 with a number</source>
        <translation>带数字的 %1 条</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History of the mark</source>
        <translation>批注的历史</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>改动内容</translation>
    </message>
    <message>
        <source>Take this state again</source>
        <translation>恢复到此状态</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>The mark was deleted.</source>
        <translation>批注被删除。</translation>
    </message>
    <message>
        <source>The mark was made.</source>
        <translation>建立批注。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星级</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>(unchanged)</source>
        <translation>（未改）</translation>
    </message>
    <message>
        <source>Former state</source>
        <translation>恢复旧状态</translation>
    </message>
</context>
<context>
    <name>HitDeeds</name>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Mark the chosen hits</source>
        <translation>批注所选命中</translation>
    </message>
    <message>
        <source>Mark all hits</source>
        <translation>批注全部命中</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Write as a table…</source>
        <translation>导出为表格…</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) marked.</source>
        <translation>
            <numerusform>已批注 %n 处。</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the hits as a table</source>
        <translation>把命中导出为表格</translation>
    </message>
    <message>
        <source>hits</source>
        <translation>检索结果</translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>题名</translation>
    </message>
</context>
<context>
    <name>HitView</name>
    <message>
        <source>Hits</source>
        <translation>检索结果</translation>
    </message>
</context>
<context>
    <name>HueStrip</name>
    <message>
        <source>Hue of your own</source>
        <translation>自选色相</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import “%1”</source>
        <translation>导入“%1”</translation>
    </message>
    <message>
        <source>For the speech</source>
        <translation>归入讲话</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform>等 %n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source> (new in the library)</source>
        <translation>（资料库里没有，将一并收入）</translation>
    </message>
    <message>
        <source>What would be imported</source>
        <translation>将要导入的内容</translation>
    </message>
    <message>
        <source>What would become of each</source>
        <translation>每一条的去向</translation>
    </message>
    <message>
        <source>Name for marks that bear none</source>
        <translation>给未署名的批注署名</translation>
    </message>
    <message>
        <source>Leave empty to bring them in without a name</source>
        <translation>留空则不署名</translation>
    </message>
    <message>
        <source>Marks without a name are by</source>
        <translation>未署名的批注出自</translation>
    </message>
    <message>
        <source>Nothing is written yet. The library is copied first, and one undo takes it all back.</source>
        <translation>现在还没有写入。导入前先备份资料库，导入后撤销一次即可全部收回。</translation>
    </message>
    <message>
        <source>Open it as a speech instead</source>
        <translation>改为作为讲话打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Marks and tags</source>
        <translation>批注和标签</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Import marks and tags</source>
        <translation>导入批注和标签</translation>
    </message>
    <message>
        <source>Looking at “%1”…</source>
        <translation>正在查看“%1”……</translation>
    </message>
    <message>
        <source>Open the speech</source>
        <translation>打开讲话</translation>
    </message>
    <message>
        <source>Look at them…</source>
        <translation>逐条查看…</translation>
    </message>
</context>
<context>
    <name>IntakeBar</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Taking in: %1 of %2</source>
        <translation>正在收入：%1 / %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>还需 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>还需 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speech(es) taken into the library.</source>
        <translation>
            <numerusform>已将 %n 篇讲话收入资料库。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) there already.</source>
        <translation>
            <numerusform>%n 个文件原已在库。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be.</source>
        <translation>
            <numerusform>%n 个文件未能收入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Which, and why…</source>
        <translation>哪些，为什么…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>IntakeReport</name>
    <message>
        <source>Files that could not be taken in</source>
        <translation>未能收入的文件</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>KeynessPage</name>
    <message>
        <source>Keyness</source>
        <translation>主题词</translation>
    </message>
    <message>
        <source>Without everyday words</source>
        <translation>不看常用词</translation>
    </message>
    <message>
        <source>What it says less, too</source>
        <translation>也看少用的</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>How often this speech uses it</source>
        <translation>本文用了几次</translation>
    </message>
    <message>
        <source>There</source>
        <translation>别处</translation>
    </message>
    <message>
        <source>How often the others use it</source>
        <translation>别处用了几次</translation>
    </message>
    <message>
        <source>LL</source>
        <translation>似然比</translation>
    </message>
    <message>
        <source>Log-likelihood: above 3.84 it is hardly chance (p &lt; 0.05), above 15.13 less</source>
        <translation>对数似然比：大于 3.84 就不像是偶然（p &lt; 0.05），大于 15.13 更不像</translation>
    </message>
    <message>
        <source>Log ratio</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>1: twice as often as there, 2: four times; below 0: less</source>
        <translation>对数比：1 是别处的两倍，2 是四倍；小于 0 是用得少</translation>
    </message>
    <message numerus="yes">
        <source>against %n speech(es)</source>
        <translation>
            <numerusform>与 %n 篇讲话相比</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 words there</source>
        <translation>共 %1 词</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Copy marks as: %1</source>
        <translation>批注复制为：%1</translation>
    </message>
    <message>
        <source>Tag the selection or the current mark</source>
        <translation>给选中的文字或当前批注打标签</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星级</translation>
    </message>
    <message>
        <source>Start / end by a character</source>
        <translation>批注的开头／结尾移动一字</translation>
    </message>
    <message>
        <source>… by a word / by a clause</source>
        <translation>同上，按词／按小句</translation>
    </message>
</context>
<context>
    <name>LensPanel</name>
    <message>
        <source>Close the lens</source>
        <translation>关上透镜</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>透镜</translation>
    </message>
</context>
<context>
    <name>LibraryRoom</name>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Speeches of the library</source>
        <translation>资料库中的讲话</translation>
    </message>
    <message>
        <source>Filter speeches</source>
        <translation>筛选讲话</translation>
    </message>
    <message>
        <source>Title, speaker, venue, year…</source>
        <translation>题名、讲话人、场合、年份…</translation>
    </message>
    <message numerus="yes">
        <source>%n speech(es)</source>
        <translation>
            <numerusform>%n 篇讲话</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Piyue</source>
        <translation>批阅</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Reading “%1”…</source>
        <translation>正在读取“%1”…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
</context>
<context>
    <name>ManagedTree</name>
    <message>
        <source>All tags</source>
        <translation>全部标签</translation>
    </message>
</context>
<context>
    <name>MarkDeeds</name>
    <message>
        <source>Seen where a mark has no tag</source>
        <translation>没有标签时显示</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星级</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
</context>
<context>
    <name>MarkMap</name>
    <message>
        <source>Map of all marks</source>
        <translation>批注分布图</translation>
    </message>
</context>
<context>
    <name>MarkPanel</name>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n 条批注</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 条中的 %1 条</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a passage and press 1 to 9.</source>
        <translation>选中一段文字，按 1 到 9。</translation>
    </message>
    <message>
        <source>No mark is like this.</source>
        <translation>没有符合条件的批注。</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>批注</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Mark</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Mark all hits</source>
        <translation>批注全部命中</translation>
    </message>
    <message>
        <source>Move the ends</source>
        <translation>移动首尾</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星级</translation>
    </message>
    <message>
        <source>Used in a paper</source>
        <translation>记下用处</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>没有用过</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>删除批注</translation>
    </message>
</context>
<context>
    <name>MaterialBar</name>
    <message>
        <source>Board</source>
        <translation>分栏</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Filter material</source>
        <translation>筛选素材</translation>
    </message>
    <message>
        <source>Words of passages, notes, titles…</source>
        <translation>原文、批注、题目里的字词…</translation>
    </message>
    <message>
        <source>Group and order</source>
        <translation>分组与次序</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>按年份</translation>
    </message>
    <message>
        <source>By speech</source>
        <translation>按讲话</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新标的在前</translation>
    </message>
    <message>
        <source>By stars</source>
        <translation>按星级</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n 条批注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MaterialDeeds</name>
    <message numerus="yes">
        <source>%n passage(s) copied with their source.</source>
        <translation>
            <numerusform>已连同出处复制 %n 段。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到原处</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>连同出处复制</translation>
    </message>
    <message>
        <source>Used in…</source>
        <translation>用在……</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星级</translation>
    </message>
    <message>
        <source>No stars</source>
        <translation>不标星</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>MaterialRoom</name>
    <message>
        <source>Material</source>
        <translation>素材</translation>
    </message>
    <message>
        <source>Marks of all speeches</source>
        <translation>所有讲话的批注</translation>
    </message>
    <message>
        <source>No mark is like that.</source>
        <translation>没有这样的批注。</translation>
    </message>
    <message>
        <source>Nothing is marked yet. What you mark in a speech gathers here.</source>
        <translation>还没有批注。在讲话里标下的，都会汇到这里。</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部素材</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>保存这个视图…</translation>
    </message>
    <message>
        <source>Forget a view</source>
        <translation>删去视图</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Its name:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>MeetingDelegate</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>Speaker</source>
        <translation>讲话人</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签词</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Below a heading…</source>
        <translation>某个标题之下…</translation>
    </message>
</context>
<context>
    <name>NotePanel</name>
    <message>
        <source>Note of the current mark</source>
        <translation>当前批注的笔记</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>在此写笔记…</translation>
    </message>
    <message>
        <source>Pick a mark to write a note.</source>
        <translation>选一条批注，在这里写笔记。</translation>
    </message>
    <message>
        <source>N to write, Esc back to the text</source>
        <translation>N 写笔记，Esc 回正文</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>Text replaced</source>
        <translation>替换文本</translation>
    </message>
    <message>
        <source>Marks from the file</source>
        <translation>文件自带的批注</translation>
    </message>
</context>
<context>
    <name>OptionFields</name>
    <message>
        <source>As the speech has it</source>
        <translation>与讲话题目相同</translation>
    </message>
</context>
<context>
    <name>OtherTags</name>
    <message>
        <source>Filter the tags</source>
        <translation>筛选标签</translation>
    </message>
    <message>
        <source>Filter, by pinyin initials too</source>
        <translation>筛选，可用拼音首字母</translation>
    </message>
    <message>
        <source>Other tags</source>
        <translation>其他标签</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>其他 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags without a key</source>
        <translation>没有快捷键的标签</translation>
    </message>
</context>
<context>
    <name>OutlineDeeds</name>
    <message>
        <source>Text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Numbered</source>
        <translation>带编号</translation>
    </message>
    <message>
        <source>Copy from here</source>
        <translation>复制此处以下的提纲</translation>
    </message>
    <message>
        <source>Copy the outline</source>
        <translation>复制提纲</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Outline</source>
        <translation>提纲</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n 部分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put right</source>
        <translation>
            <numerusform>%n 处订正</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 字</translation>
    </message>
</context>
<context>
    <name>Outlining</name>
    <message>
        <source>Heading</source>
        <translation>设为标题</translation>
    </message>
    <message>
        <source>No heading</source>
        <translation>不是标题</translation>
    </message>
    <message>
        <source>Level up</source>
        <translation>升一级</translation>
    </message>
    <message>
        <source>Level down</source>
        <translation>降一级</translation>
    </message>
    <message>
        <source>Heading begins here</source>
        <translation>标题从此处起</translation>
    </message>
    <message>
        <source>Heading ends here</source>
        <translation>标题到此处止</translation>
    </message>
    <message>
        <source>Join headings</source>
        <translation>合并标题</translation>
    </message>
    <message>
        <source>Split heading</source>
        <translation>拆开标题</translation>
    </message>
    <message>
        <source>Heading as found</source>
        <translation>还原标题</translation>
    </message>
</context>
<context>
    <name>OwnStylesDialog</name>
    <message>
        <source>Headings of your own</source>
        <translation>自定标题样式</translation>
    </message>
    <message>
        <source>Your styles of heading</source>
        <translation>自定的标题样式</translation>
    </message>
    <message>
        <source>for example 第{n}回, where {n} is a number</source>
        <translation>例如 第{n}回，{n} 代表序号</translation>
    </message>
    <message>
        <source>beside %1</source>
        <translation>与“%1”同级</translation>
    </message>
    <message>
        <source>The outline of the open speech</source>
        <translation>当前讲话的提纲</translation>
    </message>
    <message>
        <source>A line that opens like this is a heading, in every speech.</source>
        <translation>以此开头的行，在所有讲话中都作标题；标点全角、半角同样看待。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Opens with</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message numerus="yes">
        <source>In the open speech: %n such heading(s)</source>
        <translation>
            <numerusform>当前讲话的提纲 · 匹配 %n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnWordsDialog</name>
    <message>
        <source>Words of your own</source>
        <translation>自己的词</translation>
    </message>
    <message>
        <source>A word a line, such as names of places and projects. It is counted as one at once.</source>
        <translation>一行一个词，如地名、项目名。保存后马上按一个词来数。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PassagesPage</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
</context>
<context>
    <name>PieceDelegate</name>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n 条批注</numerusform>
        </translation>
    </message>
    <message>
        <source>used</source>
        <translation>已用</translation>
    </message>
</context>
<context>
    <name>PieceModel</name>
    <message>
        <source>Untitled</source>
        <translation>无题</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>没有日期</translation>
    </message>
    <message>
        <source>Used in: %1</source>
        <translation>用在：%1</translation>
    </message>
</context>
<context>
    <name>PieceNarrowing</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>讲话</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>讲话人</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星级</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用处</translation>
    </message>
    <message>
        <source>Any stars</source>
        <translation>不限星级</translation>
    </message>
    <message>
        <source>Used or not</source>
        <translation>不论用过没有</translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>还没用过</translation>
    </message>
    <message>
        <source>Used already</source>
        <translation>已经用过</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>All speeches</source>
        <translation>所有讲话</translation>
    </message>
    <message>
        <source>All speakers</source>
        <translation>所有讲话人</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>所有年份</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>没有标签</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Folders, labels and kinds</source>
        <translation>文件夹、标签词与文种</translation>
    </message>
    <message>
        <source>All speeches</source>
        <translation>全部讲话</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签词</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>文种</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>已移出</translation>
    </message>
</context>
<context>
    <name>PlotsPage</name>
    <message>
        <source>Words, then Enter</source>
        <translation>输入几个词，回车</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Numbers of the plot</source>
        <translation>图中的数</translation>
    </message>
    <message>
        <source>What is plotted</source>
        <translation>画什么</translation>
    </message>
    <message>
        <source>Shares of the sections</source>
        <translation>各部分所占篇幅</translation>
    </message>
    <message>
        <source>Tags over the sections</source>
        <translation>各部分的标签</translation>
    </message>
    <message>
        <source>Words over the years</source>
        <translation>词在各年的用量</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>篇幅 %</translation>
    </message>
    <message>
        <source>(beginning)</source>
        <translation>（开头）</translation>
    </message>
    <message>
        <source>Type a word, or select one in the text.</source>
        <translation>请输入一个词，或者在正文里选一个。</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>No mark has a tag yet.</source>
        <translation>还没有带标签的批注。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Making the first page…</source>
        <translation>正在生成预览…</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型：</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>QueryField</name>
    <message>
        <source>Search all speeches</source>
        <translation>检索全部讲话</translation>
    </message>
    <message>
        <source>Words, &quot;a phrase&quot;, AND OR NOT, NEAR/20, ~sentence, tag:, year:…</source>
        <translation>字词、&quot;整句&quot;、与 或 非、NEAR/20、~句、标签:、年份:…</translation>
    </message>
</context>
<context>
    <name>QuotationDialog</name>
    <message>
        <source>Style of quotations</source>
        <translation>引文样式</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>In one line, the source in brackets</source>
        <translation>一行，出处在括号里</translation>
    </message>
    <message>
        <source>With a reference after GB/T 7714</source>
        <translation>另起一行著录（GB/T 7714）</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>passage</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>title</source>
        <translation>题目</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>讲话人</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>venue</source>
        <translation>场合</translation>
    </message>
    <message>
        <source>section</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Put in: %1</source>
        <translation>插入：%1</translation>
    </message>
</context>
<context>
    <name>Reference</name>
    <message>
        <source>Compared with</source>
        <translation>和什么比</translation>
    </message>
    <message>
        <source>Of which speeches</source>
        <translation>数哪些讲话</translation>
    </message>
    <message>
        <source>This speech</source>
        <translation>这篇讲话</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>整个资料库</translation>
    </message>
    <message>
        <source>Speaker: %1</source>
        <translation>讲话人：%1</translation>
    </message>
    <message>
        <source>Year: %1</source>
        <translation>年份：%1</translation>
    </message>
    <message>
        <source>Speech: %1</source>
        <translation>讲话：%1</translation>
    </message>
</context>
<context>
    <name>RepeatsPage</name>
    <message>
        <source>Repeats</source>
        <translation>套话</translation>
    </message>
    <message>
        <source>In common with other speeches</source>
        <translation>和别的讲话共有的</translation>
    </message>
    <message>
        <source>String</source>
        <translation>字串</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Times here</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Speeches</source>
        <translation>讲话</translation>
    </message>
    <message>
        <source>How many of the others have it</source>
        <translation>有几篇讲话也这么说</translation>
    </message>
    <message numerus="yes">
        <source>in common with %n speech(es)</source>
        <translation>
            <numerusform>与 %n 篇讲话相比</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>What became of the marks</source>
        <translation>批注去向</translation>
    </message>
    <message>
        <source>Where it may stand now</source>
        <translation>可能的位置</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>认可</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>全部认可</translation>
    </message>
    <message>
        <source>Put it here</source>
        <translation>放到这里</translation>
    </message>
    <message>
        <source>Put it at the selection</source>
        <translation>放到选中的文字</translation>
    </message>
    <message>
        <source>As it was marked</source>
        <translation>标注时</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有变动</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移位</translation>
    </message>
    <message>
        <source>Every mark is in its place.</source>
        <translation>所有批注都在原位。</translation>
    </message>
    <message>
        <source>It stood under: %1</source>
        <translation>原在：%1</translation>
    </message>
    <message>
        <source>Put in its place</source>
        <translation>放回原位</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Backups of the library</source>
        <translation>资料库的备份</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>来由</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Speeches</source>
        <translation>讲话</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>A backup is made once a day and before every risky step. The library as it is now is kept, too.</source>
        <translation>每天自动备份一次，重要操作前也会备份。恢复前，会先保留现在的资料库。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>of the day</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>before emptying the bin</source>
        <translation>清空回收站之前</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>导入之前</translation>
    </message>
    <message>
        <source>before restoring</source>
        <translation>恢复之前</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>This backup cannot be read.</source>
        <translation>这份备份无法读取。</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) made or changed since would go</source>
        <translation>
            <numerusform>之后新增或修改的 %n 条批注将不再保留</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speech(es) taken in since would go</source>
        <translation>
            <numerusform>之后收入的 %n 篇讲话将不再保留</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted mark(s) would come back</source>
        <translation>
            <numerusform>已删除的 %n 条批注将会回来</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>The library is just as in this backup.</source>
        <translation>现在的资料库与这份备份相同。</translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message>
        <source>The library is being repaired…</source>
        <translation>正在修复资料库…</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Save this search</source>
        <translation>保存这次检索</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>不再保存</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近检索</translation>
    </message>
</context>
<context>
    <name>ScopeList</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message numerus="yes">
        <source>%n speech(es)</source>
        <translation>
            <numerusform>%n 篇讲话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n 条批注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Narrow</source>
        <translation>限定</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>添加一个条件</translation>
    </message>
    <message>
        <source>Order of the hits</source>
        <translation>结果的次序</translation>
    </message>
    <message>
        <source>With the hits</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>What is done with the hits</source>
        <translation>对检索结果做什么</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>检索式</translation>
    </message>
    <message>
        <source>Saved and recent searches</source>
        <translation>保存的和最近的检索</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>题名</translation>
    </message>
    <message>
        <source>Full and half width alike</source>
        <translation>不分全角半角</translation>
    </message>
    <message>
        <source>Simplified and traditional alike</source>
        <translation>不分简体繁体</translation>
    </message>
    <message>
        <source>Large and small letters alike</source>
        <translation>不分大小写</translation>
    </message>
    <message>
        <source>By speech</source>
        <translation>按讲话</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>日期从新到旧</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>日期从旧到新</translation>
    </message>
    <message>
        <source>By what stands before</source>
        <translation>按左文</translation>
    </message>
    <message>
        <source>By what follows</source>
        <translation>按右文</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Find in this speech</source>
        <translation>在本文中查找</translation>
    </message>
    <message>
        <source>Find in this speech    Ctrl+F</source>
        <translation>在本文中查找    Ctrl+F</translation>
    </message>
</context>
<context>
    <name>SearchOptions</name>
    <message>
        <source>Options of the search</source>
        <translation>查找选项</translation>
    </message>
</context>
<context>
    <name>SearchProcess</name>
    <message>
        <source>The search was ended from outside. Ask again.</source>
        <translation>检索进程被中止了，请再检索一次。</translation>
    </message>
</context>
<context>
    <name>SearchRoom</name>
    <message>
        <source>Search</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>%1 hits in %2 speeches</source>
        <translation>%1 处，%2 篇</translation>
    </message>
    <message>
        <source>Index: %1 of %2 speeches</source>
        <translation>正在建立索引：%1 / %2 篇</translation>
    </message>
    <message>
        <source>Type to search all speeches.</source>
        <translation>输入字词，检索全部讲话。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
</context>
<context>
    <name>SectionModel</name>
    <message>
        <source>Watermarks and adverts</source>
        <translation>网站水印与广告</translation>
    </message>
    <message>
        <source>Salutation · %s</source>
        <translation>称谓 · %s</translation>
    </message>
    <message>
        <source>Closing · %s</source>
        <translation>结尾 · %s</translation>
    </message>
    <message>
        <source>Number %1 follows where %2 was due: one is missing, or the count is off.</source>
        <translation>此处编号为 %1，按顺序应为 %2：可能缺了一项，或编号有误。</translation>
    </message>
    <message>
        <source>Number %1 stands twice; %2 was due.</source>
        <translation>编号 %1 重复，按顺序应为 %2。</translation>
    </message>
    <message>
        <source>Number %1 is out of order; %2 was due.</source>
        <translation>编号 %1 次序不对，应为 %2。</translation>
    </message>
    <message>
        <source>%2 were announced here, %1 follow.</source>
        <translation>此处说有 %2 项，后文找到 %1 项。</translation>
    </message>
    <message>
        <source>%1, %2 characters, %3 marks</source>
        <translation>%1，%2 字，%3 条批注</translation>
    </message>
    <message>
        <source>%1 characters, %2 % of the speech</source>
        <translation>%1 字，占全文 %2%</translation>
    </message>
    <message>
        <source>Put right by hand</source>
        <translation>已由您订正</translation>
    </message>
</context>
<context>
    <name>SectionTree</name>
    <message>
        <source>Section tree</source>
        <translation>提纲</translation>
    </message>
</context>
<context>
    <name>SetNote</name>
    <message>
        <source>Note, set</source>
        <translation>笔记（排版显示）</translation>
    </message>
</context>
<context>
    <name>SettingDialog</name>
    <message>
        <source>Page and language</source>
        <translation>版面与语言</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>宋体</translation>
    </message>
    <message>
        <source>Hei</source>
        <translation>黑体</translation>
    </message>
    <message>
        <source>Kai</source>
        <translation>楷体</translation>
    </message>
    <message>
        <source>Fangsong</source>
        <translation>仿宋</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> 字</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Stands on your new marks</source>
        <translation>写在新批注上</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Characters per line</source>
        <translation>每行字数</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Headings of your own…</source>
        <translation>自定标题样式…</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Style of quotations…</source>
        <translation>引文样式…</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Copy or export the table</source>
        <translation>复制或导出表格</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Export the table…</source>
        <translation>导出表格…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShelfDeeds</name>
    <message>
        <source>Read</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Title, folder, labels…</source>
        <translation>题名、文件夹、标签词…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Take out of the library</source>
        <translation>移出资料库</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>Choose two to four speeches to compare.</source>
        <translation>选两到四篇讲话来比较。</translation>
    </message>
    <message>
        <source>About a speech</source>
        <translation>讲话信息</translation>
    </message>
    <message numerus="yes">
        <source>%n speech(es) taken out; the marks lie in the bin.</source>
        <translation>
            <numerusform>已移出 %n 篇讲话，其批注在回收站中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Put back into the library</source>
        <translation>放回资料库</translation>
    </message>
</context>
<context>
    <name>ShelfModel</name>
    <message>
        <source>Untitled</source>
        <translation>无题</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>题名</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>讲话人</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>场合</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>文种</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Last read</source>
        <translation>上次阅读</translation>
    </message>
</context>
<context>
    <name>ShelfView</name>
    <message>
        <source>No speech fits.</source>
        <translation>没有符合的讲话。</translation>
    </message>
    <message>
        <source>No speech here. Drop files or a folder on the window, or press %1.</source>
        <translation>这里没有讲话。把文件或文件夹拖到窗口里，或按 %1。</translation>
    </message>
</context>
<context>
    <name>SpeechChooser</name>
    <message>
        <source>Filter speeches</source>
        <translation>筛选讲话</translation>
    </message>
    <message>
        <source>Speeches of the library</source>
        <translation>资料库里的讲话</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>No library</source>
        <translation>没有资料库</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) selected</source>
        <translation>
            <numerusform>已选 %n 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n 条批注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionsPage</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Weak ones too</source>
        <translation>含把握不大的</translation>
    </message>
    <message>
        <source>Turned down</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Mark (Space)</source>
        <translation>采纳（空格）</translation>
    </message>
    <message>
        <source>Turn down (Delete)</source>
        <translation>拒绝（Delete）</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>文段</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Offer again (Space)</source>
        <translation>重新建议（空格）</translation>
    </message>
    <message>
        <source>(weak)</source>
        <translation>（把握不大）</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept suggestions</source>
        <translation>采纳建议</translation>
    </message>
</context>
<context>
    <name>Swatch</name>
    <message>
        <source>Colour %1</source>
        <translation>颜色 %1</translation>
    </message>
</context>
<context>
    <name>TagChooser</name>
    <message>
        <source>Name of a tag</source>
        <translation>标签名称</translation>
    </message>
    <message>
        <source>Tags that fit</source>
        <translation>匹配的标签</translation>
    </message>
    <message>
        <source>New tag “%1”</source>
        <translation>新建标签“%1”</translation>
    </message>
    <message>
        <source>Looking for initials…</source>
        <translation>正在查找拼音首字母…</translation>
    </message>
    <message>
        <source>No such tag</source>
        <translation>没有匹配的标签</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Manage tags</source>
        <translation>管理标签</translation>
    </message>
    <message>
        <source>Filter the tags</source>
        <translation>筛选标签</translation>
    </message>
    <message>
        <source>Filter, by pinyin initials too</source>
        <translation>筛选，可用拼音首字母</translation>
    </message>
    <message>
        <source>Drag a tag to its place, or move it with Alt and the arrows. Ctrl+Z undoes.</source>
        <translation>拖动标签可调整位置，也可用 Alt 加方向键；Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>合并到…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新标签</translation>
    </message>
    <message>
        <source>Merge “%1” into</source>
        <translation>把“%1”合并到</translation>
    </message>
    <message>
        <source>All marks of “%1”, in every speech, get the tag chosen here.</source>
        <translation>“%1”在所有讲话中的批注，都改用这里选的标签。</translation>
    </message>
</context>
<context>
    <name>TagForm</name>
    <message>
        <source>Words on a mark</source>
        <translation>批注示例</translation>
    </message>
    <message>
        <source>Code of the colour</source>
        <translation>颜色代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Write a colour as #rrggbb.</source>
        <translation>请把颜色写成 #rrggbb。</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) in all speeches</source>
        <translation>
            <numerusform>全部讲话中有 %n 条批注</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>TagManaging</name>
    <message>
        <source>New tag</source>
        <translation>新标签</translation>
    </message>
    <message>
        <source>Rename tag</source>
        <translation>重命名标签</translation>
    </message>
    <message>
        <source>Recolour tag</source>
        <translation>标签换色</translation>
    </message>
    <message>
        <source>Key of a tag</source>
        <translation>标签快捷键</translation>
    </message>
    <message>
        <source>Hint of a tag</source>
        <translation>标签说明</translation>
    </message>
    <message>
        <source>Move tag</source>
        <translation>移动标签</translation>
    </message>
    <message>
        <source>Delete tag</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>Merge tags</source>
        <translation>合并标签</translation>
    </message>
</context>
<context>
    <name>TagPalette</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Manage tags</source>
        <translation>管理标签</translation>
    </message>
    <message>
        <source>Sticky: %1</source>
        <translation>连续标注：%1</translation>
    </message>
    <message>
        <source>Select text, press a number</source>
        <translation>选中文字后按数字键</translation>
    </message>
</context>
<context>
    <name>TagPopup</name>
    <message>
        <source>Tag by name</source>
        <translation>按名称加标签</translation>
    </message>
    <message>
        <source>Tag, by pinyin initials too; a/b stands under a</source>
        <translation>标签名或拼音首字母，父/子 为下级</translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose folder and file name</source>
        <translation>选择文件夹和文件名</translation>
    </message>
    <message>
        <source>in</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>A file of that name is there and will be replaced.</source>
        <translation>已有同名文件，导出后将被替换。</translation>
    </message>
</context>
<context>
    <name>TemplateCode</name>
    <message>
        <source>Source of the template</source>
        <translation>模板原文</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo the deletion</source>
        <translation>撤销删除</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TemplateFields</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Ending of the files</source>
        <translation>文件后缀</translation>
    </message>
    <message>
        <source>A built-in template. When you save changes, yours takes its place.</source>
        <translation>这是自带的模板。改动后保存，就由你的模板取而代之。</translation>
    </message>
    <message>
        <source>It takes the place of a built-in template. Delete it to have that one back.</source>
        <translation>它取代了自带的同名模板；删除它，就恢复自带的。</translation>
    </message>
</context>
<context>
    <name>TemplateList</name>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>自带</translation>
    </message>
</context>
<context>
    <name>TemplatePreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Formatted</source>
        <translation>成文</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>No speech is open</source>
        <translation>没有打开的讲话</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n 条批注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextPane</name>
    <message>
        <source>Text of the speech</source>
        <translation>讲话正文</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of adverts and watermarks</source>
        <translation>
            <numerusform>网站水印与广告 · %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Open speeches</source>
        <translation>打开讲话稿</translation>
    </message>
    <message>
        <source>Recently opened</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Copy marks as</source>
        <translation>批注复制为</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Move the ends</source>
        <translation>移动首尾</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星级</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
</context>
<context>
    <name>UsedDialog</name>
    <message>
        <source>Used in</source>
        <translation>用在</translation>
    </message>
    <message numerus="yes">
        <source>The paper in which %n passage(s) stand(s):</source>
        <translation>
            <numerusform>这 %n 段用在哪篇文稿：</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the paper</source>
        <translation>文稿名称</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>没有用过</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Read and mark</source>
        <translation>阅而批之</translation>
    </message>
    <message>
        <source>Open a speech, see its outline, mark what you want to keep.</source>
        <translation>打开一篇讲话，理清提纲，标出值得留存的话。</translation>
    </message>
    <message>
        <source>Open a speech file: drop it here, or press Ctrl+O. Its outline appears at the left.</source>
        <translation>打开讲话稿：把文件拖到这里，或按 Ctrl+O，左边随即列出提纲。</translation>
    </message>
    <message>
        <source>Select a passage and press 1 to 9: it is marked with that tag. N writes a note to it.</source>
        <translation>选中一段文字，按 1 到 9 打上标签；按 N 写笔记。</translation>
    </message>
    <message>
        <source>Press Ctrl+E to export your notes, each under its heading, ready to paste.</source>
        <translation>按 Ctrl+E 导出笔记，逐条归在原文标题之下，可以直接粘贴。</translation>
    </message>
    <message>
        <source>Try it on the sample speech</source>
        <translation>用示例讲话试一试</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>tag the selection or the current mark</source>
        <translation>给选中的文字或当前批注打标签</translation>
    </message>
    <message>
        <source>the last tags again</source>
        <translation>再用一次刚才的标签</translation>
    </message>
    <message>
        <source>sticky: every selection gets this tag</source>
        <translation>连续标注：选中即打同一标签</translation>
    </message>
    <message>
        <source>grow the selection: word, clause, sentence …</source>
        <translation>扩大选区：词、分句、句……</translation>
    </message>
    <message>
        <source>write a note</source>
        <translation>写笔记</translation>
    </message>
    <message>
        <source>next and previous mark</source>
        <translation>下一条、上一条批注</translation>
    </message>
    <message>
        <source>next and previous section</source>
        <translation>下一节、上一节</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Recently opened</source>
        <translation>最近打开</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Words</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Without everyday words</source>
        <translation>不看常用词</translation>
    </message>
    <message>
        <source>Words of your own…</source>
        <translation>自己的词…</translation>
    </message>
    <message>
        <source>Speeches (%1)</source>
        <translation>讲话（%1）</translation>
    </message>
    <message>
        <source>%1 words in all</source>
        <translation>共 %1 词</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>per 1,000</source>
        <translation>每千词</translation>
    </message>
    <message>
        <source>Parts (%1)</source>
        <translation>部分（%1）</translation>
    </message>
    <message>
        <source>%1 words in the speech</source>
        <translation>全文 %1 词</translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>Looking through the speech…</source>
        <translation>正在通读全文……</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Paste as a new speech</source>
        <translation>粘贴为新讲话</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Close speech</source>
        <translation>关闭这篇讲话</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>复制并注明出处</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Find in this speech</source>
        <translation>在本文中查找</translation>
    </message>
    <message>
        <source>Same tags again</source>
        <translation>重复上次标签</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Take a folder into the library…</source>
        <translation>将文件夹收入资料库…</translation>
    </message>
    <message>
        <source>Import marks…</source>
        <translation>导入批注…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Templates…</source>
        <translation>模板…</translation>
    </message>
    <message>
        <source>Tag by name…</source>
        <translation>按名称加标签…</translation>
    </message>
    <message>
        <source>Sticky tag</source>
        <translation>连续标注</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写笔记</translation>
    </message>
    <message>
        <source>What became of the marks…</source>
        <translation>批注去向…</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>颜色…</translation>
    </message>
    <message>
        <source>History of the mark…</source>
        <translation>批注的历史…</translation>
    </message>
    <message>
        <source>Export chosen marks…</source>
        <translation>导出所选批注…</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>删除批注</translation>
    </message>
    <message>
        <source>Choose among marks here</source>
        <translation>选择此处的批注</translation>
    </message>
    <message>
        <source>Filter marks</source>
        <translation>筛选批注</translation>
    </message>
    <message>
        <source>Show all marks</source>
        <translation>显示全部批注</translation>
    </message>
    <message>
        <source>Compare two readers…</source>
        <translation>比较两人批注…</translation>
    </message>
    <message>
        <source>Deleted marks…</source>
        <translation>已删除的批注…</translation>
    </message>
    <message>
        <source>Grow the selection</source>
        <translation>扩大选区</translation>
    </message>
    <message>
        <source>Shrink the selection</source>
        <translation>缩小选区</translation>
    </message>
    <message>
        <source>Manage tags…</source>
        <translation>管理标签…</translation>
    </message>
    <message>
        <source>Import tags…</source>
        <translation>导入标签…</translation>
    </message>
    <message>
        <source>Export tags…</source>
        <translation>导出标签…</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>下一条批注</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>上一条批注</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>下一节</translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation>上一节</translation>
    </message>
    <message>
        <source>Next speech</source>
        <translation>下一篇讲话</translation>
    </message>
    <message>
        <source>Reading desk</source>
        <translation>阅读台</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Search room</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>素材</translation>
    </message>
    <message>
        <source>Compare speeches</source>
        <translation>比较讲话</translation>
    </message>
    <message>
        <source>Skeleton</source>
        <translation>骨架视图</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>透镜</translation>
    </message>
    <message>
        <source>Next in the lens</source>
        <translation>透镜：下一处</translation>
    </message>
    <message>
        <source>Previous in the lens</source>
        <translation>透镜：上一处</translation>
    </message>
    <message>
        <source>Where else this passage occurs</source>
        <translation>这段话还在哪里用过</translation>
    </message>
    <message>
        <source>Search all speeches</source>
        <translation>检索全部讲话</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Mark all hits…</source>
        <translation>批注全部…</translation>
    </message>
    <message>
        <source>Full and half width alike</source>
        <translation>不分全角半角</translation>
    </message>
    <message>
        <source>Simplified and traditional alike</source>
        <translation>不分简体繁体</translation>
    </message>
    <message>
        <source>Large and small letters alike</source>
        <translation>不分大小写</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>This is a heading</source>
        <translation>这是标题</translation>
    </message>
    <message>
        <source>This is no heading</source>
        <translation>这不是标题</translation>
    </message>
    <message>
        <source>One level up</source>
        <translation>升一级</translation>
    </message>
    <message>
        <source>One level down</source>
        <translation>降一级</translation>
    </message>
    <message>
        <source>Heading begins here</source>
        <translation>标题从此处起</translation>
    </message>
    <message>
        <source>Heading ends here</source>
        <translation>标题到此处止</translation>
    </message>
    <message>
        <source>Join with the next</source>
        <translation>与下一行合并</translation>
    </message>
    <message>
        <source>Split here</source>
        <translation>从此处拆开</translation>
    </message>
    <message>
        <source>As it was found</source>
        <translation>恢复自动识别</translation>
    </message>
    <message>
        <source>Filter the outline</source>
        <translation>筛选提纲</translation>
    </message>
    <message>
        <source>Copy the outline</source>
        <translation>复制提纲</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>提纲</translation>
    </message>
    <message>
        <source>Tags, marks and note</source>
        <translation>标签、批注与笔记</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Page and language…</source>
        <translation>版面与语言…</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>切换深浅主题</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Welcome page</source>
        <translation>欢迎页</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Export the outline…</source>
        <translation>导出提纲…</translation>
    </message>
    <message>
        <source>Headings of your own…</source>
        <translation>自定标题样式…</translation>
    </message>
    <message>
        <source>Outline to level %1</source>
        <translation>提纲展开到第 %1 级</translation>
    </message>
    <message>
        <source>No stars</source>
        <translation>无星</translation>
    </message>
    <message>
        <source>Start by a character</source>
        <translation>开头移一字</translation>
    </message>
    <message>
        <source>Start by a word</source>
        <translation>开头移一词</translation>
    </message>
    <message>
        <source>Start by a clause</source>
        <translation>开头移一小句</translation>
    </message>
    <message>
        <source>End by a character</source>
        <translation>结尾移一字</translation>
    </message>
    <message>
        <source>End by a word</source>
        <translation>结尾移一词</translation>
    </message>
    <message>
        <source>End by a clause</source>
        <translation>结尾移一小句</translation>
    </message>
    <message>
        <source>Set text, for Word or a mail</source>
        <translation>带格式文字（用于 Word、邮件）</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>标签 %1</translation>
    </message>
</context>
<context>
    <name>colours</name>
    <message>
        <source>Cinnabar</source>
        <translation>朱砂</translation>
    </message>
    <message>
        <source>Rouge</source>
        <translation>胭脂</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation>赭石</translation>
    </message>
    <message>
        <source>Gamboge</source>
        <translation>藤黄</translation>
    </message>
    <message>
        <source>Malachite</source>
        <translation>石绿</translation>
    </message>
    <message>
        <source>Azurite</source>
        <translation>石青</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>花青</translation>
    </message>
    <message>
        <source>Wisteria</source>
        <translation>藤紫</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>无颜色</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Outlines side by side</source>
        <translation>提纲对照</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>文段</translation>
    </message>
    <message>
        <source>In both</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>相似 %</translation>
    </message>
    <message>
        <source>Shared passages</source>
        <translation>相同文段</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>exporting</name>
    <message>
        <source>Word, with comments</source>
        <translation>Word 带批注</translation>
    </message>
    <message>
        <source>Word, material cards</source>
        <translation>Word 素材卡片</translation>
    </message>
    <message>
        <source>Table, CSV</source>
        <translation>表格 CSV</translation>
    </message>
    <message>
        <source>Table, Excel</source>
        <translation>表格 Excel</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>REFI-QDA 项目</translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation>REFI-QDA 编码本</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>With the whole text</source>
        <translation>包含全文</translation>
    </message>
    <message>
        <source>With what stands above the title</source>
        <translation>保留题目之前的文字</translation>
    </message>
    <message>
        <source>With a byte order mark, for Excel and WPS</source>
        <translation>加 BOM 标记，便于 Excel 和 WPS 打开</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Outline, OPML</source>
        <translation>提纲 OPML</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Numbered text</source>
        <translation>带序号文本</translation>
    </message>
    <message>
        <source>Export the outline</source>
        <translation>导出提纲</translation>
    </message>
    <message>
        <source>Exported to “%1”.</source>
        <translation>已导出到“%1”。</translation>
    </message>
    <message>
        <source>Chosen material</source>
        <translation>所选素材</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>素材</translation>
    </message>
    <message>
        <source>Chosen marks</source>
        <translation>选中的批注</translation>
    </message>
    <message>
        <source>Marks that fit the filter</source>
        <translation>筛选出的批注</translation>
    </message>
    <message>
        <source>This section: %1</source>
        <translation>本节：%1</translation>
    </message>
    <message>
        <source>This speech</source>
        <translation>本篇讲话</translation>
    </message>
    <message>
        <source>Marks of all speeches</source>
        <translation>全部讲话的批注</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>整个资料库</translation>
    </message>
</context>
<context>
    <name>filter</name>
    <message>
        <source>In place</source>
        <translation>原位</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已移位</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>已失位</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>Any of</source>
        <translation>任一</translation>
    </message>
    <message>
        <source>All of</source>
        <translation>全有</translation>
    </message>
    <message>
        <source>None of</source>
        <translation>皆无</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>in text order</source>
        <translation>按原文顺序</translation>
    </message>
    <message>
        <source>by tag</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>新的在前</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>不含 %1</translation>
    </message>
    <message>
        <source>Section being read</source>
        <translation>正在读的一节</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>未署名</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>New marks</source>
        <translation>新批注</translation>
    </message>
    <message>
        <source>Without a place</source>
        <translation>找不到原处</translation>
    </message>
    <message>
        <source>Newer than ours</source>
        <translation>比现有的新</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>两边都改过</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>New tags</source>
        <translation>新标签</translation>
    </message>
    <message>
        <source>Changed tags</source>
        <translation>改动的标签</translation>
    </message>
    <message>
        <source>New speeches</source>
        <translation>新讲话</translation>
    </message>
</context>
<context>
    <name>lens</name>
    <message>
        <source>Words</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Keyness</source>
        <translation>主题词</translation>
    </message>
    <message>
        <source>Collocates</source>
        <translation>搭配</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>套话</translation>
    </message>
    <message>
        <source>Dispersion</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Fill list</source>
        <translation>待填清单</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>提法</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Where else</source>
        <translation>他处</translation>
    </message>
    <message>
        <source>Table, Excel</source>
        <translation>表格 Excel</translation>
    </message>
    <message>
        <source>Table, CSV</source>
        <translation>表格 CSV</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Exported to “%1”.</source>
        <translation>已导出到“%1”。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数额</translation>
    </message>
    <message>
        <source>Percentage</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Ordinal</source>
        <translation>届次</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>Organ</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人名</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>项目事物</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>上升</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>达到</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>不低于</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>不高于</translation>
    </message>
    <message>
        <source>Plot, SVG</source>
        <translation>图 SVG</translation>
    </message>
    <message>
        <source>Plot, PNG</source>
        <translation>图 PNG</translation>
    </message>
    <message>
        <source>Copy the plot as SVG</source>
        <translation>把图复制为 SVG</translation>
    </message>
    <message>
        <source>Copy the plot as a picture</source>
        <translation>把图复制为图片</translation>
    </message>
    <message>
        <source>Export the plot…</source>
        <translation>导出图…</translation>
    </message>
</context>
<context>
    <name>rooms</name>
    <message>
        <source>Read</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>素材</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
</context>
<context>
    <name>tag_files</name>
    <message>
        <source>Export tags</source>
        <translation>导出标签</translation>
    </message>
    <message>
        <source>Import tags</source>
        <translation>导入标签</translation>
    </message>
    <message>
        <source>All these tags are here already.</source>
        <translation>这些标签都已经有了。</translation>
    </message>
    <message>
        <source>Tags imported: %1 new, %2 changed.</source>
        <translation>已导入标签：新增 %1 个，更新 %2 个。</translation>
    </message>
    <message>
        <source>Sets of tags</source>
        <translation>标签集</translation>
    </message>
</context>
</TS>
