"""What sysconfig tells of the build: there was no C build."""

build_time_vars = {}
