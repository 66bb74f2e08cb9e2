"""What sysconfig tells of the build: there was no C build."""

build_time_vars = {'TZPATH': '/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo'}
