-- Figures of single months are the office's. The leading group reads judgements, sums and months with small numbers hidden, which the server works
-- out from figures that no session of the leading group can read (decision 0092).
grant select on registry.petition_volume to shengmian_worker;
