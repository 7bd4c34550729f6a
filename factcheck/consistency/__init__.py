"""Whether an article agrees with itself: needs no reference and no model.

Each module looks for one way in which prose contradicts itself. Ordinary prose repeats words and numbers all the time,
so two numbers are held to be one quantity only where the words leave no other reading; what is unclear is let pass.
"""

from factcheck.consistency.article import inconsistencies
from factcheck.consistency.finding import Inconsistency
from factcheck.consistency.placeholders import placeholders
from factcheck.consistency.relative_dates import relative_dates
from factcheck.consistency.weekdays import WrongWeekday, wrong_weekdays

__all__ = [
    "Inconsistency",
    "WrongWeekday",
    "inconsistencies",
    "placeholders",
    "relative_dates",
    "wrong_weekdays",
]
