using System.Collections.Immutable;
using System.Net.Sockets;
using Cutover.Core.Playbooks;
using Cutover.Engine.Probes;

namespace Cutover.Engine.Tests.Probes;

public sealed class SharedBurdenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Probes_that_share_a_stack_burden_it_no_more_than_one_may(int probes)
    {
        var (one, part) = (new ProbeOptions(), new ProbeOptions().PartOf(probes));

        Assert.True(probes * part.MaxConnections <= one.MaxConnections);
        Assert.True(probes * (part.Holders + part.DialRoom) <= one.MaxConnections);
        Assert.True(probes * part.MaxConcurrentDials <= one.MaxConcurrentDials);
        Assert.True(probes * part.ConnectsPerSecond <= one.ConnectsPerSecond + 1e-9);
        Assert.Equal((one.Holders, one.DialsPerSecond), (part.Holders, part.DialsPerSecond));
    }

    [Fact]
    public void A_cohort_s_probe_has_its_own_words_over_those_for_everybody()
    {
        var everybody = Probing.Default with
        {
            Header = Probing.Default.Header.Add("User-Agent", new ProbeLiteral("all")).Add("X-Region", new ProbeLiteral("eu")),
            Subprotocol = "chat.v2",
        };
        var cohort = new Cohort(
            "mobile",
            null,
            ImmutableSortedDictionary<string, ProbeText>.Empty.Add("user-agent", new ProbeLiteral("okhttp")),
            null,
            IpFamily.IPv6,
            null);

        var (options, fault) = ProbeSetup.Resolve(everybody, cohort, new ProbeOptions(), new ProbeSecrets("/nowhere"));

        Assert.Null(fault);
        Assert.Equal(("okhttp", "eu"), (options!.Headers["User-Agent"], options.Headers["X-Region"]));
        Assert.Equal(("chat.v2", AddressFamily.InterNetworkV6), (options.Subprotocol, options.Family));
    }

    [Fact]
    public void A_cohort_s_secret_that_the_host_does_not_have_is_its_fault_alone()
    {
        var cohort = new Cohort(
            "mobile",
            null,
            ImmutableSortedDictionary<string, ProbeText>.Empty.Add("Authorization", new ProbeVariable("PROBE_NOBODY_HAS_SET")),
            null,
            null,
            null);

        Assert.Contains(
            "PROBE_NOBODY_HAS_SET", ProbeSetup.Resolve(null, cohort, new ProbeOptions(), new ProbeSecrets("/nowhere")).Fault, StringComparison.Ordinal);
        Assert.Null(ProbeSetup.Resolve(null, null, new ProbeOptions(), new ProbeSecrets("/nowhere")).Fault);
    }
}
