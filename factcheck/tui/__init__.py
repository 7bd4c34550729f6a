"""The review screen: a reviewer goes through an article's claims and decides on each."""
