using System.Collections.Concurrent;
using System.Diagnostics;
using Cutover.Core.Runs;
using Cutover.Engine.Tests.Runs;
using Cutover.Engine.Views;

namespace Cutover.Engine.Tests.Faults;

/// <summary>A run of two steps before a Route 53 that misbehaves, and every change that Route 53 accepted.</summary>
internal sealed class FaultyRun : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> accepted = new();

    private FaultyRun(LabEngine engine)
    {
        Engine = engine;
        engine.Lab.Zone.ChangeAccepted += _ => accepted.Enqueue(engine.Weights());
    }

    public LabEngine Engine { get; }

    public long Id { get; private set; }

    /// <summary>The weights after each accepted change, repetitions of the same left out.</summary>
    public IReadOnlyList<string> Written => accepted.Aggregate(
        new List<string>(), (all, weights) => all.Count > 0 && all[^1] == weights ? all : [.. all, weights]);

    public static async Task<FaultyRun> StartAsync() =>
        new(await LabEngine.StartAsync((engine, services) => QuickAws.Add(engine, services)));

    public static FaultyRun On(LabEngine engine) => new(engine);

    public async Task BeginAsync(string steps) => Id = await Engine.StartRunAsync(Engine.Playbook(steps, FastLab.PatientNoData));

    public Task<RunView> UntilPhaseAsync(RunPhase phase) => Engine.UntilPhaseAsync(Id, phase);

    /// <summary>Waits until the decision log has a decision with these words, and gives its reason.</summary>
    public async Task<string> UntilSaidAsync(string words)
    {
        string? said = null;
        await Engine.UntilAsync(Id, _ => (said = Said(words)) is not null);
        return said!;
    }

    /// <summary>Strikes with a fault or mends it.</summary>
    public void Turn(string fault, bool on)
    {
        var (keys, key) = (Engine.Lab.Route53.Keys, Engine.Lab.Credentials);
        switch (fault)
        {
            case "expired credentials" when on: keys.Expire(key); break;
            case "unknown credentials" when on: keys.Forget(key); break;
            case var other when on: WireFault.Strike(Engine.Lab.Route53, other); break;
            default:
                keys.Accept(key);
                WireFault.Lift(Engine.Lab.Route53);
                break;
        }
    }

    /// <summary>How long from now until Route 53 accepts a change.</summary>
    public async Task<TimeSpan> UntilAcceptedAsync(Action mend)
    {
        var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Engine.Lab.Zone.ChangeAccepted += _ => next.TrySetResult();
        var clock = Stopwatch.StartNew();
        mend();
        await next.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return clock.Elapsed;
    }

    /// <summary>What Route 53 accepted, in order; nothing of it was taken for someone else's.</summary>
    public async Task AssertEndsAsync(params string[] written)
    {
        Assert.Equal(written, Written);
        var ledger = await Engine.LedgerAsync(Id);
        ledger.AssertWhole();
        Assert.DoesNotContain(ledger.Decisions, decision => decision.Reason.Contains("someone else", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();

    private string? Said(string words)
    {
        using var context = RunLedger.Open(Engine.Database);
        return context.Decisions.Where(row => row.RunId == Id).Select(row => row.Reason).AsEnumerable()
            .FirstOrDefault(reason => reason.Contains(words, StringComparison.Ordinal));
    }
}
