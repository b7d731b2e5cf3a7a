using Cutover.Core.Dns;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Aws;
using Cutover.Engine.Dns;
using Cutover.Engine.Dns.Readings;

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>
/// A Cutover with one run: the real machine decides, the real actuator performs. As in the engine, a newer write cuts off the one under
/// way, and each outcome is an event that is taken one at a time.
/// </summary>
internal sealed class CutoverActor : IDisposable
{
    private readonly AwsConnection aws;
    private readonly ZoneReader zones;
    private readonly WeightedPairs pairs;
    private readonly Activity activity;
    private readonly Wire wire;
    private readonly Queue<Letter> inbox = new();
    private readonly HashSet<Call> unanswered = [];
    private CancellationTokenSource? writing;

    public CutoverActor(string name, Plan plan, Wire wire, Activity activity, TimeProvider world)
    {
        (Name, Plan, this.wire, this.activity) = (name, plan, wire, activity);
        Acknowledged = plan.Initial[0].Weights;
        var time = new EagerTime(world);
        aws = Client.Connect(name, wire, time);
        zones = new ZoneReader(aws.Route53, time);
        pairs = new WeightedPairs(aws.Route53, zones);
    }

    public string Name { get; }

    public Plan Plan { get; }

    /// <summary>The weights that Route 53 last said it took from this run, or that a person adopted.</summary>
    public PairWeights Acknowledged { get; private set; }

    /// <summary>Null until it is started.</summary>
    public RunState? State { get; private set; }

    public DateTimeOffset? WakeAt { get; private set; }

    /// <summary>A person asked for a roll back over whatever is there, and that one is not done yet.</summary>
    public bool MayOverwrite { get; private set; }

    public bool IsOpen => State is { } state && !state.Phase.IsFinished();

    public bool HasMail => inbox.Count > 0;

    /// <summary>A run with a small first step has its gate's pass at once; any other waits for it in preflight.</summary>
    public async Task StartAsync(DateTimeOffset now)
    {
        await TakeAsync(RunMachine.Start(Plan, new StartedEvent(Name, null), now));
        if (Plan.Steps[0].Step.Weight.Percent <= 10)
        {
            await JudgeAsync(Verdict.Passed, now);
        }
    }

    /// <summary>What is being decided on; null for what is no outcome of a call.</summary>
    public Letter? Latest { get; private set; }

    /// <summary>
    /// The weights of writes that were cut off or whose fate was unknown: whoever wrote them, they pass for this run's own.
    /// </summary>
    public HashSet<PairWeights> Doubtful { get; } = [];

    public Task<Decision> DeliverAsync(DateTimeOffset now)
    {
        Latest = inbox.Dequeue();
        unanswered.Remove(Latest.Call);
        Acknowledged = Latest is { Event: ChangeAcceptedEvent, Call.Apply: { } apply } ? apply.Wanted[0].Weights : Acknowledged;
        return DecideAsync(Latest.Event, now);
    }

    public Task<Decision> TickAsync(DateTimeOffset now) => DecideAsync(new TickedEvent(), now);

    public Task<Decision> JudgeAsync(Verdict verdict, DateTimeOffset now) => DecideAsync(
        new GateJudgedEvent(Plan.Playbook.Gates[0].Name, new StackVerdict(verdict, null, 1, now, now, $"alarm: {verdict}"), null), now);

    public async Task<Decision> AskAsync(OperatorAct act, DateTimeOffset now)
    {
        var decision = await DecideAsync(new OperatorAskedEvent(act, "pager", "it smells"), now);
        MayOverwrite |= act == OperatorAct.RollBack && !decision.Refused;
        Acknowledged = act == OperatorAct.Adopt && !decision.Refused ? decision.State.Applied[0].Weights : Acknowledged;
        return decision;
    }

    public void Dispose()
    {
        writing?.Cancel();
        writing?.Dispose();
        zones.Dispose();
        aws.Dispose();
    }

    private void Receive(Letter letter)
    {
        inbox.Enqueue(letter);
        if (letter is { Event: ChangeFailedEvent { Failure: ChangeFailure.Passing }, Call.Apply: { } tried })
        {
            Doubtful.Add(tried.Wanted[0].Weights);
        }
    }

    private async Task<Decision> DecideAsync(RunEvent happened, DateTimeOffset now)
    {
        Latest = Latest?.Event == happened ? Latest : null;
        var decision = RunMachine.Decide(Plan, State!, happened, now);
        await TakeAsync(decision);
        return decision;
    }

    private async Task TakeAsync(Decision decision)
    {
        State = decision.State;
        foreach (var command in decision.Commands)
        {
            await PerformAsync(command);
        }

        if (!IsOpen)
        {
            WakeAt = null;
            await CutOffAsync();
        }
    }

    private async Task PerformAsync(RunCommand command)
    {
        switch (command)
        {
            case ApplyWeightsCommand apply:
                await CutOffAsync();
                var token = (writing = new CancellationTokenSource()).Token;
                await BeginAsync(
                    () => pairs.ApplyAsync(Plan, 1, apply, token),
                    () => new ChangeFailedEvent(apply.Change, ChangeFailure.Passing, "cut off by a later change of this run"),
                    apply);
                break;
            case CheckChangeCommand check:
                await BeginAsync(() => pairs.CheckAsync(check, CancellationToken.None));
                break;
            case ReadZoneCommand read:
                await BeginAsync(() => pairs.ReadAsync(Plan, read, CancellationToken.None));
                break;
            case WakeAtCommand wake:
                WakeAt = wake.At;
                break;
        }
    }

    private async Task CutOffAsync()
    {
        if (writing is { } under)
        {
            writing = null;
            await under.CancelAsync();
            await activity.IdleAsync();
            under.Dispose();
        }
    }

    private Task BeginAsync(Func<Task<RunEvent>> call, Func<RunEvent>? cutOff = null, ApplyWeightsCommand? apply = null)
    {
        activity.Enter();
        var made = new Call(apply);
        if (apply is not null)
        {
            Doubtful.UnionWith(unanswered.Select(call => call.Apply!.Wanted[0].Weights));
            unanswered.Add(made);
        }

        wire.Calling.Value = made;
        _ = Task.Run(async () =>
        {
            try
            {
                Receive(new Letter(await call(), made));
            }
            catch (OperationCanceledException) when (cutOff is not null)
            {
                Receive(new Letter(cutOff(), made));
            }

            activity.Leave();
        });
        wire.Calling.Value = null;
        return activity.IdleAsync();
    }
}
