"""Small corpora checked in memory, as a run checks the files of a folder."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from corpuslint.acceptance.accepted import Accepted, Scope, accept
from corpuslint.acceptance.baseline import Baseline, of_report
from corpuslint.assembly import assemble
from corpuslint.catalog import Check, judges, shipped
from corpuslint.copies.comparison import NOTHING, compare
from corpuslint.copies.texts import texts_of_run
from corpuslint.corpus.source import Text
from corpuslint.job import FileResult, Job, check_text
from corpuslint.report import Report, Run

MASKS = tuple(check for check in shipped() if check.id in {"placeholder-date", "placeholder-letter"})
COPIES = tuple(check for check in shipped() if check.engine == "duplicates")

MASKED = "各乡镇要在20xx年5月底前完成河道清淤。"
OTHER_MASKED = "全县共投入资金X万元用于修缮校舍。"
CLEAN = ("各单位要压实责任。", "会议由县长主持。", "天气预报说明日有雨。", "请大家发言。", "散会后领取材料。")
PASSAGE = (
    "今年以来，全镇上下把粮食生产摆在突出位置，早谋划、早部署、早落实，克服了春旱和低温的不利影响，夏粮再获丰收。"
    "农技人员分片包干，把测土配方施肥、统防统治的办法送到田间地头，农机合作社连续二十天昼夜抢收，做到了颗粒归仓。"
)
TODAY = datetime.date(2026, 6, 1)


def report_of(files: Mapping[str, str], checks: tuple[Check, ...] = MASKS) -> Report:
    """What a run over the files reports before anything is accepted."""
    compares = any(check.engine == "duplicates" for check in checks)
    job = Job(checks, "en", compare=compares, judges=judges(shipped()) if compares else ())
    results = [
        FileResult(path, "", (check_text(job, path, Text(text, "utf-8")),), ())
        for path, text in sorted(files.items())
    ]
    run = Run((".",), "", tuple(check.id for check in checks))
    return assemble("0", run, results, compare(texts_of_run(results), job) if compares else NOTHING, ())


def baseline_of(files: Mapping[str, str], checks: tuple[Check, ...] = MASKS) -> Baseline:
    """The baseline that accepts everything in the files."""
    return of_report(report_of(files, checks), lambda path: path)


def accepted_with(
    baseline: Baseline,
    files: Mapping[str, str],
    checks: tuple[Check, ...] = MASKS,
    scope: Scope | None = None,
) -> Report:
    """The report on the files with a baseline applied."""
    known = Accepted(baseline=baseline, baseline_name="corpuslint-baseline.toml", today=TODAY)
    return accept(report_of(files, checks), known, scope or Scope(is_gone=lambda path: path not in files))


def new_in(report: Report) -> list[tuple[str, str]]:
    """Path and match of what is not accepted."""
    return [(finding.path, finding.match) for finding in report.findings if finding.status == "new"]
