using System.Collections.Immutable;
using System.Xml.Linq;
using Cutover.Core.Dns;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;
using Cutover.Engine.Tests.Aws.Wire;

namespace Cutover.Engine.Tests.Aws;

public sealed class Route53RequestTests
{
    private static readonly RecordSet HAProxy =
        new("wss.lab.example.", "A", "haproxy", 255, 60, ["127.0.1.1", "127.0.1.2"], HealthCheckId: "hc-1");
    private static readonly RecordSet Envoy =
        new("*.lab.example.", "A", "envoy", 0, null, [], new AliasTarget("Z35SXDOTRQ7X7K", "dualstack.nlb.amazonaws.com.", true));

    [Fact]
    public async Task A_change_batch_goes_out_as_the_documented_xml()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(Route53Xml.Changed());
        ImmutableArray<RecordSetChange> changes =
            [new(ChangeAction.Delete, HAProxy), new(ChangeAction.Create, Envoy), new(ChangeAction.Upsert, HAProxy)];

        await wire.Route53.ChangeRecordSetsAsync(
            "/hostedzone/Z1", changes, "step 2 <1 %>", CallPriority.Normal, TestContext.Current.CancellationToken);

        var request = await wire.Server.NextRequestAsync();
        Assert.Equal(("POST", "/2013-04-01/hostedzone/Z1/rrset/"), (request.Method, request.Target));
        Assert.Equal("application/xml; charset=utf-8", request.Headers.ContentType);
        Assert.Equal(
            """<ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ChangeBatch><Comment>step 2 &lt;1 %&gt;</Comment><Changes>"""
            + $"<Change><Action>DELETE</Action>{HAProxyXml}</Change>"
            + """<Change><Action>CREATE</Action><ResourceRecordSet><Name>\052.lab.example.</Name><Type>A</Type><SetIdentifier>envoy</SetIdentifier><Weight>0</Weight>"""
            + "<AliasTarget><HostedZoneId>Z35SXDOTRQ7X7K</HostedZoneId><DNSName>dualstack.nlb.amazonaws.com.</DNSName><EvaluateTargetHealth>true</EvaluateTargetHealth></AliasTarget></ResourceRecordSet></Change>"
            + $"<Change><Action>UPSERT</Action>{HAProxyXml}</Change></Changes></ChangeBatch></ChangeResourceRecordSetsRequest>",
            request.Body);
        SignatureCheck.AssertSigned(request, "us-east-1", "route53");
    }

    [Fact]
    public async Task A_comment_is_cut_to_what_route_53_takes_and_freed_of_what_xml_cannot_hold()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(Route53Xml.Changed());

        await wire.Route53.ChangeRecordSetsAsync(
            "Z1",
            [new(ChangeAction.Create, HAProxy)],
            "\u0001" + new string('x', 300),
            CallPriority.Normal,
            TestContext.Current.CancellationToken);

        var body = XElement.Parse((await wire.Server.NextRequestAsync()).Body);
        Assert.Equal(" " + new string('x', 255), body.Descendants().First(element => element.Name.LocalName == "Comment").Value);
    }

    [Fact]
    public async Task Names_in_a_query_are_escaped_for_route_53_and_for_the_url_and_the_signature_holds()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(Route53Xml.RecordSets(""));

        await wire.Route53.ListRecordSetsAsync(
            "Z1", new RecordSetCursor("*.Lab.example", "A", "blue & green+1"), CallPriority.Normal, TestContext.Current.CancellationToken);

        var request = await wire.Server.NextRequestAsync();
        Assert.Equal(
            "/2013-04-01/hostedzone/Z1/rrset?name=%5C052.lab.example.&type=A&identifier=blue%20%26%20green%2B1&maxitems=300",
            request.Target);
        SignatureCheck.AssertSigned(request, "us-east-1", "route53");
    }

    [Fact]
    public async Task A_change_is_asked_for_by_its_bare_id()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(Route53Xml.Changed("INSYNC", "GetChangeResponse"));

        var answer = await wire.Route53.GetChangeAsync(
            "/change/C2682N5HXP0BZ4", CallPriority.Normal, TestContext.Current.CancellationToken);
        var change = answer.Value();

        Assert.Equal("/2013-04-01/change/C2682N5HXP0BZ4", (await wire.Server.NextRequestAsync()).Target);
        Assert.Equal(
            new ZoneChange("C2682N5HXP0BZ4", ChangeStatus.InSync, new DateTimeOffset(2026, 3, 1, 12, 0, 1, 250, TimeSpan.Zero)), change);
    }

    [Fact]
    public async Task A_set_of_another_routing_policy_is_never_sent()
    {
        await using var wire = await AwsWire.StartAsync();

        ImmutableArray<RecordSetChange> changes = [new(ChangeAction.Delete, HAProxy with { OtherRouting = "Failover" })];

        await Assert.ThrowsAsync<ArgumentException>(
            () => wire.Route53.ChangeRecordSetsAsync("Z1", changes, "", CallPriority.Normal, TestContext.Current.CancellationToken));
        Assert.Empty(wire.Server.Requests);
    }

    private const string HAProxyXml =
        "<ResourceRecordSet><Name>wss.lab.example.</Name><Type>A</Type><SetIdentifier>haproxy</SetIdentifier><Weight>255</Weight><TTL>60</TTL>"
        + "<ResourceRecords><ResourceRecord><Value>127.0.1.1</Value></ResourceRecord><ResourceRecord><Value>127.0.1.2</Value></ResourceRecord></ResourceRecords>"
        + "<HealthCheckId>hc-1</HealthCheckId></ResourceRecordSet>";
}
