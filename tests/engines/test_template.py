from corpuslint.engines.template import Params, run
from corpuslint.findings import Severity
from tests.engines.support import Trial

TRIAL = Trial(run, Params(patterns=(r"\{\{[^{}]{1,20}\}\}",), triggers=("{{",)))
MASKED = """20xx年x月x日，xx局组织xx公司到xx县xx镇开展帮扶，xx同志带队。
走访群众x户，落实资金x万元，签约率x%，xx书记作了部署，办结事项x件。"""


def test_a_field_is_a_hit() -> None:
    assert TRIAL.matches("尊敬的{{姓名}}：") == ["{{姓名}}"]


def test_a_text_that_is_a_template_gives_one_hit_with_the_count() -> None:
    (hit,) = TRIAL.hits(MASKED)
    assert hit.variant == "document"
    assert hit.severity is Severity.INFO
    assert hit.values["kinds"] >= 5  # type: ignore[operator]


def test_a_masked_speech_with_a_real_year_is_none() -> None:
    assert TRIAL.hits(MASKED + "2021年，全市有序推进。") == []
