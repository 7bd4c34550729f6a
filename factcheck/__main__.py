"""`python -m factcheck` is `factcheck`."""

import sys


def run() -> int:
    """Run the command line of this process; returns the exit code."""
    try:
        from factcheck.cli import main  # half a second, in which an interrupt is one already
    except KeyboardInterrupt:
        print("factcheck: interrupted", file=sys.stderr)
        return 130
    return main()


if __name__ == "__main__":
    sys.exit(run())
