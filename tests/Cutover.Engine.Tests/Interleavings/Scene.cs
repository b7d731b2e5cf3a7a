using Cutover.Core.Dns;
using Cutover.Lab.Route53;
using Cutover.Lab.Route53.Zones;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>One pair, two Cutovers and three foreigners with access to it, one clock, and the wire between them and Route 53.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly Route53Emulator route53;

    public Scene(Random random, Tally tally)
    {
        route53 = Route53Emulator.Create(Options, Time);
        Wire = new Wire(Activity, new HttpMessageInvoker(route53.Connect()), Time);
        var zone = route53.Zones.Create("lab.example", InterleavedPlan.Zone.Id);
        zone.Seed([.. InterleavedPlan.Before.Select(Seeded)]);
        Marked = random.Next(3) > 0;
        Cutovers = [.. Client.Actors.Take(2).Select(name => Cutover(name, random.Next(2) == 0 ? 10 : 25))];
        Foreigners = [.. Client.Actors.Skip(2).Select(name => new ForeignActor(name, InterleavedPlan.Zone.Id, Wire, Activity, Time))];
        Judge = new Judge(Cutovers, Wire, tally, zone);
        zone.ChangeAccepted += _ => Judge.Accepted();
        Wire.Acted = request => request.Call?.OthersSeen = Judge.BatchesOfOthers(request.Actor);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));

    public Activity Activity { get; } = new();

    public Wire Wire { get; }

    public Route53Faults Faults => route53.Faults;

    public CutoverActor[] Cutovers { get; }

    public ForeignActor[] Foreigners { get; }

    public Judge Judge { get; }

    /// <summary>The runs write ownership marks.</summary>
    public bool Marked { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    private static Route53EmulatorOptions Options => new()
    {
        Credentials = [.. Client.Actors.Select(Client.Key)],
        InsyncDelay = TimeSpan.FromSeconds(5),
        ProcessingWindow = TimeSpan.Zero,
        RequestsPerSecond = 1_000_000,
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var cutover in Cutovers)
        {
            cutover.Dispose();
        }

        foreach (var foreigner in Foreigners)
        {
            foreigner.Dispose();
        }

        await route53.DisposeAsync();
    }

    private CutoverActor Cutover(string name, int firstShare) =>
        new CutoverActor(name, InterleavedPlan.Of(firstShare, Marked ? $"run-{name}" : null), Wire, Activity, Time);

    private static ZoneRecordSet Seeded(RecordSet set) =>
        ZoneRecordSet.Weighted(set.Name, set.Type, set.SetIdentifier!, set.Weight!.Value, set.Ttl!.Value, [.. set.Values]);
}
