"""The pipeline: the one place that knows the order of the stages.

`Pipeline` asks the cache for what earlier runs judged and lets an `Engine` judge the rest, here or in processes of
their own; only an engine loads models.
"""

from factcheck.checker.pipeline import Pipeline
from factcheck.checker.reading import Given
from factcheck.checker.telling import Progress, Stream

__all__ = ["Given", "Pipeline", "Progress", "Stream"]
