-- A second hand writes its decision and nothing else: what it was asked to look at stays as it was asked, whatever the application says.
revoke update on intake.desk_proposal, intake.rehearsal, intake.notice from shengmian_app;
grant update (state, decided_by, decided_name, decided_at, opinion) on intake.desk_proposal, intake.notice to shengmian_app;
grant update (passed_on, shares, witnesses) on intake.rehearsal to shengmian_app;
