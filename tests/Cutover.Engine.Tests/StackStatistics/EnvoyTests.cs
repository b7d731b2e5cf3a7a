using Cutover.Core.StackStatistics;
using Cutover.Engine.StackStatistics.Envoy;

namespace Cutover.Engine.Tests.StackStatistics;

/// <summary>
/// Answers in the shapes that Envoy's public documentation and source describe, written by hand: there was no Envoy to record them from.
/// </summary>
public sealed class EnvoyTests
{
    private const string Stats = """
        {"stats":[
          {"name":"cluster.app.upstream_cx_connect_fail","value":4},
          {"name":"cluster.app.upstream_cx_connect_timeout","value":3},
          {"name":"cluster.app.upstream_cx_protocol_error","value":1},
          {"name":"http.admin.downstream_cx_total","value":900},
          {"name":"http.admin.downstream_rq_5xx","value":90},
          {"name":"http.ingress_wss.downstream_cx_total","value":1200},
          {"name":"http.ingress_wss.downstream_cx_upgrades_active","value":700},
          {"name":"http.ingress_wss.downstream_cx_upgrades_total","value":1100},
          {"name":"http.ingress_wss.downstream_rq_1xx","value":1040},
          {"name":"http.ingress_wss.downstream_rq_5xx","value":25},
          {"name":"http.plain.downstream_cx_total","value":"18446744073709551"},
          {"name":"http.plain.downstream_rq_5xx"},
          {"name":"control_plane.identifier","value":"xds-1"},
          {"histograms":{"supported_quantiles":[0,25],"computed_quantiles":[]}}
        ]}
        """;

    [Fact]
    public void An_upgrade_counts_when_it_is_answered_and_not_when_it_begins()
    {
        var stats = EnvoyStats.Parse(Stats, "ingress_wss");

        Assert.Equal(new EnvoyStats(700, new StackCounters(1200, 1100, 1040, 5, 25)), stats);
    }

    [Fact]
    public void Without_a_prefix_all_but_Envoys_own_are_summed_and_strings_are_numbers() =>
        Assert.Equal(18446744073709551 + 1200, EnvoyStats.Parse(Stats, null).Counters.NewConnections);

    [Fact]
    public void An_unknown_prefix_is_refused() => Assert.Equal(
        "Envoy has no HTTP connection manager with the stat_prefix wss",
        Assert.Throws<InvalidDataException>(() => EnvoyStats.Parse(Stats, "wss")).Message);

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("")]
    public void What_is_no_admin_interface_is_refused(string answer) =>
        Assert.Throws<InvalidDataException>(() => EnvoyStats.Parse(answer, null));

    [Theory]
    [InlineData("""{"version":"a/1.31.2/Clean/RELEASE/BoringSSL","state":"LIVE","command_line_options":{"restart_epoch":2},"uptime_current_epoch":"401s","uptime_all_epochs":"90000s"}""", "epoch 2", 401)]
    [InlineData("""{"version":"a","command_line_options":{"concurrency":8},"uptime_current_epoch":"6s"}""", "epoch 0", 6)]
    [InlineData("""{"version":"a","uptime_current_epoch":"1.500s"}""", "epoch 0", 1.5)]
    public void The_process_is_its_hot_restart_epoch(string answer, string process, double uptime) =>
        Assert.Equal(new EnvoyServerInfo(process, TimeSpan.FromSeconds(uptime)), EnvoyServerInfo.Parse(answer));

    [Fact]
    public void Something_else_at_that_address_is_refused() =>
        Assert.Throws<InvalidDataException>(() => EnvoyServerInfo.Parse("""{"status":"ok"}"""));

    [Fact]
    public void Hosts_have_their_numbers_as_strings_and_their_zeros_left_out()
    {
        var hosts = EnvoyClusters.Parse("""
            {"cluster_statuses":[
              {"name":"app","added_via_api":false,"host_statuses":[
                {"address":{"socket_address":{"address":"10.0.0.9","port_value":8080}},
                 "stats":[{"name":"cx_connect_fail"},{"name":"cx_total","value":"12"},{"name":"rq_total","value":"11"},{"name":"cx_active","value":"7","type":"GAUGE"}],
                 "health_status":{"eds_health_status":"HEALTHY"},"weight":1},
                {"address":{"pipe":{"path":"/run/app.sock"}},"stats":[{"name":"cx_active","type":"GAUGE"}]}]},
              {"name":"empty"}]}
            """);

        Assert.Equal([new BackendSample("app/10.0.0.9:8080", 7, 11), new BackendSample("app//run/app.sock", 0, 0)], hosts);
    }

    [Fact]
    public void After_a_hot_restart_the_count_goes_on_and_the_parents_connections_stay_counted()
    {
        InstanceSample Epoch(int epoch, double second, double uptime, long open, long upgrades) => new(
            new DateTimeOffset(2026, 5, 4, 3, 0, 0, TimeSpan.Zero).AddSeconds(second),
            $"epoch {epoch}",
            TimeSpan.FromSeconds(uptime),
            open,
            new StackCounters(upgrades, upgrades, upgrades, 0, 0),
            []);
        var history = new[] { Epoch(0, 0, 900, 500, 4000), Epoch(0, 5, 905, 505, 4010), Epoch(1, 10, 3, 508, 4), Epoch(1, 15, 8, 510, 9) }
            .Aggregate(new InstanceHistory("x"), (seen, sample) => seen.Take(new InstanceSeen(sample)));

        Assert.Equal([0, 10, 14, 19], history.Points.Select(point => point.Totals.Upgrades));
        Assert.Equal(0, StackReading.Of([history], history.Last!.At, TimeSpan.FromMinutes(1)).OpenUnseen);
    }
}
