"""What has become of the actions of many reviews: values in, figures out, for the Board's annual report."""

from scr_check.progress.account import Account, account_of
from scr_check.progress.plan import TrackedAction, TrackedReview, tracked

__all__ = ["Account", "TrackedAction", "TrackedReview", "account_of", "tracked"]
