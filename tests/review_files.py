"""A small summary with faults of every severity, and the report it belongs to, for the tests of reports."""

REPORT = """\
# Northmoor Safeguarding Children Board

RESTRICTED

## Overview report: Child T

Agreed by the Board: 17 June 2010

## 1 Introduction

1.1 The Board decided on 3 November 2009 to hold a review.

## 2 Facts

2.1 In March 2009 nine agencies knew of the family. The health visitor made 14 visits to the home.

## 3 Analysis

3.1 It was a serious failure that the information was not shared with the police.

## 4 Recommendations

4.1 Recommendation 1: Northmoor Primary Care Trust must ensure, with immediate effect, that all staff who \
work with children are trained.

4.2 Recommendation 2: Northmoor Police must review the protocol within three months.
"""

SUMMARY = """\
format: scr-summary/1
status: draft
board: Northmoor Safeguarding Children Board
subject: Child T
overview_report: report.md
"50%, now: x": nothing of the format
review_process:
  circumstances: A child was injured 😀 and the information was shared with the police.
  decided_on: 2009-11-03
summary_of_events:
  - date: March 2009
    text: In March 2009 😀 seven agencies knew of the family. The health visitor made 14 visits to the home.
recommendations:
  - id: "1"
    text: Northmoor Primary Care Trust should consider whether relevant staff could be trained.
    addressed_to: [Northmoor Primary Care Trust]
action_plan:
  actions:
    - id: "1.1"
      recommendation: "1"
      action: Train staff
    # scr-check: ignore[AP208] because the Board watches it
    - id: "1.2"
      recommendation: "1"
      action: Train more staff
"""
