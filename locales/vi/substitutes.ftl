# Duyệt thay: cử người duyệt thay trong thời gian đi vắng.

for = { $name } thay đồng chí { $first }
card-line = Đồng chí duyệt thay đồng chí { $names }.
queue-line = { $line }, duyệt thay đồng chí { $names }
