"""What `corpuslint selftest` says of check files and their examples."""

from __future__ import annotations

PHRASES = {
    "failed": ("FAILED {check}: {case}", "失败 {check}：{case}"),
    "total": ("{passed} passed, {failed} failed in {checks}", "通过{passed}项，失败{failed}项，共{checks}"),
    # what is tested
    "enough": ("has enough examples", "示例数量足够"),
    "hit": ("every pattern is hit by a bad example", "每个模式都有反例命中"),
    "yields": ("yields to checks there are", "所让位的检查存在"),
    "exact": ("bad example {number} is found exactly", "反例{number}恰好查出所标之处"),
    "with-all": ("bad example {number} is found with all checks on", "全部检查启用时仍能查出反例{number}"),
    "renders": ("bad example {number} renders in both languages", "反例{number}的中英文说明均完整"),
    "clean": ("good example {number} is clean under every check", "正例{number}在所有检查下均无问题"),
    # what is wrong
    "few-bad": (
        "{count} [[bad]] example; write at least {least}|{count} [[bad]] examples; write at least {least}",
        "只有{count}个[[bad]]示例；至少应有{least}个",
    ),
    "few-good": (
        "{count} [[good]] example; write at least {least}|{count} [[good]] examples; write at least {least}",
        "只有{count}个[[good]]示例；至少应有{least}个",
    ),
    "no-why": ("good example {number} does not say why it is one", "正例{number}没有用why说明理由"),
    "idle": ("no bad example has what {pattern} looks for", "没有反例含有模式{pattern}所查的内容"),
    "no-check": ("there is no check {name}", "没有检查{name}"),
    "yields-to-itself": ("a check cannot yield to itself", "检查不能让位于自身"),
    "unmarked": ("a bad example marks what must be found with ⟦ ⟧", "反例应以⟦ ⟧标出须查出之处"),
    "missed": ("not found in {path} at {offset}: {text}", "未查出：{path}第{offset}字起：{text}"),
    "extra": (
        "found but not marked in {path} at {offset}: {text}",
        "查出但未标：{path}第{offset}字起：{text}",
    ),
    "count": (
        "{count} finding where {places} are marked|{count} findings where {places} are marked",
        "查出{count}个问题，所标为{places}",
    ),
    "unclean": ("{check} at {place}: {match}: {message}", "{check}：{place}：{match}：{message}"),
    "brace": ("{language}: a brace is left in {message}", "{language}：说明中残留花括号：{message}"),
    "other-text": (
        "{language}: {match} is not what stands at {offset}",
        "{language}：第{offset}字起的内容不是{match}",
    ),
    "broken": ("{check} failed: {error}", "{check}出错：{error}"),
    "mark-within": ("⟦ within ⟦: marks do not nest", "⟦中又有⟦：标记不能嵌套"),
    "mark-no-open": ("⟧ without ⟦", "有⟧而无⟦"),
    "mark-no-close": ("⟦ without ⟧", "有⟦而无⟧"),
}
