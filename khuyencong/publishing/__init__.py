"""Dispatch: takes a finished site to where its readers are."""
