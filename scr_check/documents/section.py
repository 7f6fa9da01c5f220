"""What the parts of an overview report are for."""

from enum import StrEnum


class Section(StrEnum):
    """What a part of an overview report is for."""

    FRONT = "front"
    INTRODUCTION = "introduction"  # process, terms of reference, panel, contributors, parallel processes
    FAMILY = "family"
    FACTS = "facts"
    ANALYSIS = "analysis"
    GOOD_PRACTICE = "good-practice"
    CONCLUSIONS = "conclusions"
    LESSONS = "lessons"
    RECOMMENDATIONS = "recommendations"
    ACTION_PLAN = "action-plan"
    GLOSSARY = "glossary"
    APPENDIX = "appendix"
    IDENTITIES = "identities"  # the confidential key: read for anonymity rules, never quoted elsewhere
