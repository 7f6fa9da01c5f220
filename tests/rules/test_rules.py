"""Every rule against its example file: silent on what is right, exactly these findings on what is wrong."""

import pytest
from example_files import BASE, Example, examples, found, waiting

from scr_check.checker import Input, check

TABLE = [
    pytest.param(
        example, id=example.name, marks=[pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    )
    for example in examples()
    for reason in [waiting().get(example.rule) if example.kind.startswith("fail") else None]
]


@pytest.mark.parametrize("example", TABLE)
def test_example(example: Example, tmp_path):
    got = found(example, tmp_path)
    shown = [{key: one[key] for key in wanted} for one, wanted in zip(got, example.findings, strict=False)]
    assert shown == example.findings, got
    assert len(got) == len(example.findings), got


def test_the_complete_pair_has_no_findings():
    report = check([Input(BASE / "summary.yaml")])
    assert [(finding.rule, finding.pointer, finding.message) for finding in report.findings()] == []
