"""Reports as text for people and machines: pure functions."""

from factcheck.output.concise import concise
from factcheck.output.full import Detail, full
from factcheck.output.json_report import json_report
from factcheck.output.news import news

__all__ = ["Detail", "concise", "full", "json_report", "news"]
