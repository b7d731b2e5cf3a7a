using System.Globalization;

namespace Cutover.Lab.Edges.Statistics;

/// <summary>
/// The statistics page of an HAProxy 2.6 with one listen section "wss" and one server "app1", as far as the lab has something to say: the
/// columns that concern connections, in HAProxy's order. As there, the 101 of an open WebSocket stands in the row of the server only, until
/// it ends.
/// </summary>
internal static class HaproxyPages
{
    private const string Header =
        "# pxname,svname,scur,stot,econ,eresp,status,pid,iid,sid,type,"
        + "hrsp_1xx,hrsp_2xx,hrsp_3xx,hrsp_4xx,hrsp_5xx,hrsp_other,cli_abrt,srv_abrt,";

    // So that it looks like a process id, and another one after each return.
    private const int FirstPid = 4200;

    public static StatisticsPage Answer(string path, EdgeProcessReading process) => path switch
    {
        "/stats;csv" => new(200, "text/plain", Table(process)),
        "/stats" or "/stats;norefresh" => new(200, "text/html", Page(process)),
        _ => StatisticsPage.NotFound,
    };

    private static string Table(EdgeProcessReading process)
    {
        var counts = process.Counts;
        var current = counts.Open + process.Waiting;
        string Row(string name, string errors, string status, int id, int type, long upgrades) => string.Create(
            CultureInfo.InvariantCulture,
            $"wss,{name},{current},{counts.Tried},{errors},{status},1,2,{id},{type},"
            + $"{upgrades},0,0,0,{counts.Refused},0,{counts.Abandoned},0,");

        return string.Join(
            '\n',
            Header,
            Row("FRONTEND", ",", "OPEN", 0, 0, process.Ended),
            Row("app1", "0,0", "UP", 1, 2, counts.Accepted),
            Row("BACKEND", "0,0", "UP", 0, 1, process.Ended),
            "");
    }

    private static string Page(EdgeProcessReading process)
    {
        var (pid, up) = (FirstPid + process.Number, process.Uptime);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <html><head><title>Statistics Report for HAProxy (the lab's emulation)</title></head><body>
            <h2>Statistics Report for pid {pid}</h2>
            <p><b>pid = </b> {pid} (process #1, nbproc = 1, nbthread = 1)<br>
            <b>uptime = </b> {up.Days}d {up.Hours}h{up.Minutes:00}m{up.Seconds:00}s<br></p>
            </body></html>

            """);
    }
}
