"""Why a file, a folder or a record was not read, and what its owner can do about it."""

from __future__ import annotations

PHRASES = {
    "in-line": ("line {line}: {reason}", "第{line}行：{reason}"),
    # what stands in a folder
    "pipe": ("a named pipe, not a file", "是命名管道，不是文件"),
    "socket": ("a socket, not a file", "是套接字，不是文件"),
    "device": ("a device, not a file", "是设备，不是文件"),
    "irregular": ("not a regular file", "不是普通文件"),
    "link-to-nothing": ("a symbolic link to nothing", "符号链接，指向的文件不存在"),
    "link-to-folder": (
        "a symbolic link to a folder; name it to have it read",
        "指向文件夹的符号链接；如需读取，请直接写出其路径",
    ),
    "format": ("not a format corpuslint reads ({extension})", "不支持的格式（{extension}）"),
    "no-extension": ("not a format corpuslint reads (no extension)", "不支持的格式（无扩展名）"),
    "same-file": ("the same file as {path}", "与{path}是同一个文件"),
    # what the system says
    "gone": ("no longer there", "文件已不存在"),
    "permission": ("permission denied", "没有读取权限"),
    "folder": ("a folder, not a file", "是文件夹，不是文件"),
    "system": ("{error}", "系统报错：{error}"),
    # texts
    "empty": ("empty", "空文件"),
    "blank": ("nothing but white space", "只有空白字符"),
    "binary": (
        "binary data ({controls} control characters in {characters}); take it out of the corpus or convert "
        "it to UTF-8 text",
        "二进制数据（{characters}个字符中有{controls}个控制字符）；请移出语料库，或转换为UTF-8文本",
    ),
    "encoding": (
        "text in no encoding corpuslint knows (UTF-8, UTF-16, UTF-32, GB18030, Big5); convert it to UTF-8",
        "编码无法识别（支持UTF-8、UTF-16、UTF-32、GB18030、Big5）；请转换为UTF-8",
    ),
    # files of other kinds, by their first bytes
    "pdf": ("a PDF file; extract its text first", "PDF文件；请先提取文字"),
    "rtf": ("an RTF document; save it as .docx or .txt", "RTF文档；请另存为.docx或.txt"),
    "archive": ("a {kind} archive; unpack it first", "{kind}压缩文件；请先解压"),
    "image": (
        "a {kind} image; take it out of the corpus or convert it to text",
        "{kind}图片；请移出语料库，或转换为文本",
    ),
    "sqlite": (
        "an SQLite database; take it out of the corpus or convert it to text",
        "SQLite数据库；请移出语料库，或转换为文本",
    ),
    "parquet": (
        "a Parquet file; take it out of the corpus or convert it to text",
        "Parquet文件；请移出语料库，或转换为文本",
    ),
    "program": ("a program; take it out of the corpus", "可执行程序；请移出语料库"),
    "ole-encrypted": (
        "an encrypted Office file; save it without a password",
        "加密的Office文件；请取消密码后另存",
    ),
    "ole-word": ("a Word 97 file (OLE); save it as .docx", "Word 97文件（OLE）；请另存为.docx"),
    "ole-excel": ("an Excel 97 file (OLE); save its text as .txt", "Excel 97文件（OLE）；请将文字另存为.txt"),
    "ole-powerpoint": (
        "a PowerPoint 97 file (OLE); save its text as .txt",
        "PowerPoint 97文件（OLE）；请将文字另存为.txt",
    ),
    "ole": (
        "an Office 97 file (OLE); save it as .docx or .txt",
        "Office 97文件（OLE）；请另存为.docx或.txt",
    ),
    "docx-unnamed": (
        "a Word file (.docx) under another name; name it .docx",
        "扩展名不符的Word文件；请将扩展名改为.docx",
    ),
    "xlsx": ("an Excel file (.xlsx); save its text as .txt", "Excel文件（.xlsx）；请将文字另存为.txt"),
    "pptx": (
        "a PowerPoint file (.pptx); save its text as .txt",
        "PowerPoint文件（.pptx）；请将文字另存为.txt",
    ),
    "epub": ("an EPUB book; save its text as .txt", "EPUB电子书；请将文字另存为.txt"),
    # Word files
    "docx-empty": ("a Word file without paragraphs", "没有段落的Word文件"),
    "docx-members": (
        "a Word file of more than {most} members, which no document needs",
        "Word文件包含的部件超过{most}个，不是正常文档",
    ),
    "docx-none": (
        "a zip file without a Word document in it; save the document as .docx",
        "zip文件中没有Word文档；请将文档另存为.docx",
    ),
    "docx-damaged": (
        "a damaged Word file ({error}); open it in Word and save it again",
        "Word文件已损坏（{error}）；请用Word打开后重新保存",
    ),
    "docx-encrypted": (
        "an encrypted zip file; save the document without a password",
        "加密的zip文件；请取消密码后另存",
    ),
    "docx-size": (
        "a Word file that inflates to more than {part} MiB a part or {whole} MiB in all",
        "Word文件解压后过大（单个部件超过{part} MiB，或总计超过{whole} MiB）",
    ),
    "docx-ratio": (
        "a Word file that inflates to more than {most} times its size",
        "Word文件解压后超过原大小的{most}倍",
    ),
    "docx-deep": ("a Word file nested more than {most} levels deep", "Word文件嵌套超过{most}层"),
    "docx-doctype": (
        "a Word file with a document type declaration, which Word never writes",
        "Word文件含有文档类型声明，Word不会写入此类内容",
    ),
    "docx-other": ("not a .docx but {looks_like}", "不是.docx，而是{looks_like}"),
    "docx-no-zip": (
        "not a .docx (no zip file); save it as .docx, or name it .txt when it is text",
        "不是.docx（不是zip文件）；请另存为.docx，如是纯文本请改名为.txt",
    ),
    # web pages
    "html-extra": (
        "reading HTML needs selectolax: pip install selectolax",
        "读取HTML需要selectolax：pip install selectolax",
    ),
    "html-deep": ("a web page nested more than {most} elements deep", "网页元素嵌套超过{most}层"),
    # JSON Lines
    "json-deep": ("JSON nested too deep to read", "JSON嵌套过深，无法读取"),
    "json-broken": (
        "not a JSON object ({error}); write one object a line",
        "不是JSON对象（{error}）；每行应为一个对象",
    ),
    "json-no-object": ('not a JSON object; write {{"text": "..."}}', '不是JSON对象；应写作{{"text": "..."}}'),
    "json-no-text": (
        'no text: give the record a string under "text" or "content"',
        "没有正文：记录中应有名为text或content的字符串",
    ),
    "json-empty": ("empty", "正文为空"),
}
