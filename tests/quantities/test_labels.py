import pytest

from corpuslint.quantities.labels import Kinship, kinship


@pytest.mark.parametrize(
    ("labels", "kin"),
    [
        (["男性", "女性"], Kinship.CLOSED),
        (["其中已脱贫", "未脱贫"], Kinship.CLOSED),
        (["审结", "未审结"], Kinship.CLOSED),
        (["非公企业", "公企业"], Kinship.CLOSED),
        (["甲类", "其他"], Kinship.CLOSED),
        (["一季度", "二季度", "三季度", "四季度"], Kinship.CLOSED),
        (["一季度", "二季度"], Kinship.DISJOINT),
        (["省级", "市级", "县级"], Kinship.DISJOINT),
        (["县级财政", "乡镇自筹", "社会捐赠"], Kinship.DISJOINT),
        (["2021年", "2022年"], Kinship.DISJOINT),
        (["化工企业", "矿山企业"], Kinship.ALIKE),
        (["女党员", "少数民族党员"], Kinship.UNKNOWN),
        (["女性", "党员", "本科以上学历"], Kinship.UNKNOWN),
        (["大专以上", "本科以上"], Kinship.UNKNOWN),
        (["已办结", "未到期"], Kinship.UNKNOWN),
        (["男性"], Kinship.UNKNOWN),
        (["男性", ""], Kinship.UNKNOWN),
    ],
)
def test_how_labels_stand_to_each_other(labels: list[str], kin: Kinship) -> None:
    assert kinship(labels) is kin


def test_the_years_of_a_period_are_all_its_parts() -> None:
    assert kinship(["2021年", "2022年", "2023年"], "三年来累计") is Kinship.CLOSED
