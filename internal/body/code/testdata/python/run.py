"""Runs each of the given programs in turn."""
import runpy
import sys

for path in sys.argv[1:]:
    runpy.run_path(path, run_name="__main__")
