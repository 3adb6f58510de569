a = "é"; return 1
