import zoneinfo
