"""Results kept on disk between runs, by the hash of all that they depend on; a cache never changes a result.

Values are bytes that their readers check; nothing that a cache holds is ever executed or unpickled. A cache that cannot
be opened, read or written is left aside: a run then takes longer and ends the same.
"""

from factcheck.cache.keys import digest, runtime, sources
from factcheck.cache.place import from_elsewhere, user_cache
from factcheck.cache.stage import Stage
from factcheck.cache.store import Contents, Store

__all__ = [
    "Contents",
    "Stage",
    "Store",
    "digest",
    "from_elsewhere",
    "runtime",
    "sources",
    "user_cache",
]
