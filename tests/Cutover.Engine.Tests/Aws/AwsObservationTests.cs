using Cutover.Engine.Aws;
using Cutover.Engine.Tests.Aws.Wire;

namespace Cutover.Engine.Tests.Aws;

public sealed class AwsObservationTests
{
    [Fact]
    public async Task Every_try_is_on_record_with_its_status_and_request_id_and_without_a_secret()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(
            ScriptedAnswer.Throttling with { RequestId = "first" },
            new ScriptedAnswer(200, Route53Xml.Changed("INSYNC", "GetChangeResponse"), "second"));

        var call = wire.Route53.GetChangeAsync("C1", CallPriority.Normal, TestContext.Current.CancellationToken);
        await wire.PassWaitsAsync(call);

        Assert.Equal([2001, 2002, 2000], wire.Log.Lines.Select(line => line.EventId));
        Assert.Equal(
            "AWS GetChange, try 1: 400 in 0 ms, request first: Throttled, Throttling: Rate exceeded", wire.Log.Lines.First().Message);
        Assert.Equal("AWS GetChange, try 2: 200 in 0 ms, request second", wire.Log.Lines.Last().Message);
        Assert.All(wire.Log.Lines, line => Assert.DoesNotContain(SignatureCheck.SecretKey, line.Message, StringComparison.Ordinal));
    }
}
