using Cutover.Engine.StackStatistics.Haproxy;

namespace Cutover.Engine.Tests.StackStatistics;

public sealed class HaproxyTableTests
{
    [Fact]
    public void Columns_are_found_by_name_wherever_they_stand()
    {
        var row = Assert.Single(HaproxyTable.Parse("# pxname,svname,new_column,scur,hrsp_1xx,\napp,app1,99,3,4,\n\n"));

        Assert.Equal(("app", "app1", 3L, 4L, 0L), (row.Proxy, row.Name, row["scur"], row["hrsp_1xx"], row["hrsp_5xx"]));
    }

    [Fact]
    public void Free_text_in_quotes_may_hold_commas_and_quotes() => Assert.Equal(
        7,
        Assert.Single(HaproxyTable.Parse("# pxname,svname,last_chk,scur,\napp,app1,\"no, \"\"really\"\" no\",7,\n"))["scur"]);

    [Fact]
    public void An_empty_cell_is_no_number() =>
        Assert.Equal(0, Assert.Single(HaproxyTable.Parse("# pxname,svname,qcur,scur,\nedge,FRONTEND,,4,\n"))["qcur"]);

    [Theory]
    [InlineData("<html><body>Statistics Report</body></html>")]
    [InlineData("")]
    [InlineData("Unknown command: 'show stat', but maybe one of the following ones is a better match:\n")]
    public void Anything_else_is_refused(string text) => Assert.Throws<InvalidDataException>(() => HaproxyTable.Parse(text));

    [Fact]
    public void The_page_head_of_older_versions_is_understood_too()
    {
        var process = HaproxyProcess.OfPage("<p><b>pid = </b> 4711 (process #1, nbproc = 1)<br>\n<b>uptime = </b> 3d 4h05m06s<br>");

        Assert.Equal(new HaproxyProcess("pid 4711", new TimeSpan(3, 4, 5, 6), false), process);
    }

    [Fact]
    public void A_page_without_a_process_is_no_error() => Assert.Equal(new HaproxyProcess(null, null, false), HaproxyProcess.OfPage("<html>"));

    [Fact]
    public void Labels_of_the_Prometheus_format_may_hold_anything()
    {
        var line = Assert.Single(PrometheusLine.Parse("# HELP x y\nx{proxy=\"a,b}\",server=\"c\\\"d\"} 1.5e3 1395066363000\n"));

        Assert.Equal(("a,b}", "c\"d", 1500.0), (line.Labels["proxy"], line.Labels["server"], line.Value));
    }

    [Fact]
    public void A_worker_that_waits_for_its_last_connections_says_so() => Assert.Equal(
        new HaproxyProcess("pid 14950", TimeSpan.FromSeconds(93), true),
        HaproxyProcess.OfInfo("Name: HAProxy\nPid: 14950\nUptime: 0d 0h01m33s\nUptime_sec: 93\nStopping: 1\n"));
}
