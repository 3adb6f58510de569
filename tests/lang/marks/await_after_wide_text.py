a = "é"; await x
