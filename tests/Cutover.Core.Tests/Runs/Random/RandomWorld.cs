using Cutover.Core.Dns;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Runs.Random;

/// <summary>Plays moves: keeps the commands that nobody has carried out yet and the outcomes that have not arrived yet.</summary>
internal sealed class RandomWorld(Plan plan)
{
    private readonly SmallRoute53 _route53 = new(plan);
    private readonly List<RunEvent> _onTheWay = [];
    private readonly List<RunCommand> _outstanding = [];
    private int _collected;

    public RunDriver Run { get; } = new(plan);

    /// <summary>A world whose run has just begun its first step, or asks for an approval of it.</summary>
    public static RandomWorld AfterPreflight(Plan plan)
    {
        var world = new RandomWorld(plan);
        world.Run.PassPreflight();
        return world;
    }

    public SmallRoute53 Route53 => _route53;

    public int Outstanding => Collect().Count;

    public int OnTheWay => _onTheWay.Count;

    public void Play(Move move)
    {
        switch (move)
        {
            case PassTime pass: Pass(TimeSpan.FromSeconds(pass.Seconds)); break;
            case WakeUpCall call: WakeUp(call.LateSeconds); break;
            case Perform perform: Perform(perform.Which, perform.Luck); break;
            case Deliver deliver: Deliver(deliver.Which); break;
            case Judge judge: Judge(judge); break;
            case Compare compare: Run.Compare(new DialAnswer(101), new DialAnswer(compare.Alike ? 101 : 403)); break;
            case Count count: Count(count); break;
            case Ask ask: Ask(ask); break;
            case ForeignWrite write: _route53.WriteForeign(write.Zone, zone => zone.Weigh(new PairWeights(200, write.Target))); break;
            case ForeignMark { Removes: true } mark: _route53.WriteForeign(mark.Zone, zone => zone.Unmark()); break;
            case ForeignMark mark: _route53.WriteForeign(mark.Zone, zone => zone.MarkForeign()); break;
            case BreakTheGlass glass: BreakTheGlass(glass.Zones); break;
            case ForeignMend: _route53.Mend(Run.State.Applied); break;
            case Fortune fortune: new GoodWill(this).Rounds(fortune.Rounds); break;
            case Junk junk: Run.Send(junk.Event); break;
        }
    }

    public void Pass(TimeSpan time)
    {
        Run.Pass(time);
        if (Run.State.WakeAt <= Run.Now)
        {
            Run.Send(new TickedEvent());
        }
    }

    /// <summary>Carries out an outstanding command; its outcome is on its way then.</summary>
    public void Perform(int which, Luck luck)
    {
        if (Collect() is { Count: > 0 } commands)
        {
            var index = which % commands.Count;
            _onTheWay.Add(_route53.Perform(commands[index], luck, Run.Now));
            commands.RemoveAt(index);
        }
    }

    public void Deliver(int which)
    {
        if (_onTheWay.Count > 0)
        {
            var index = which % _onTheWay.Count;
            var arrived = _onTheWay[index];
            _onTheWay.RemoveAt(index);
            Run.Send(arrived);
        }
    }

    private void BreakTheGlass(int zones)
    {
        for (var zone = 0; zone < Math.Min(zones, Run.Plan.Zones.Length); zone++)
        {
            _route53.WriteForeign(zone, it => it.BreakGlass(Run.Now));
        }
    }

    private void WakeUp(int lateSeconds)
    {
        if (Run.State.WakeAt is { } at)
        {
            Run.PassUntil(at.AddSeconds(lateSeconds));
            Run.Send(new TickedEvent());
        }
    }

    private void Judge(Judge judge)
    {
        if (Run.Plan.Playbook.Gates is { IsEmpty: false } gates)
        {
            var gate = gates[judge.Gate % gates.Length];
            var to = Run.Now.AddSeconds(-judge.OldSeconds);
            Run.Send(new GateJudgedEvent(gate.Name, Of(judge.Target), judge.Source is { } source ? Of(source) : null));

            StackVerdict Of(Verdict verdict) => new(verdict, SamplePlans.ValueOf(gate, verdict), 100, to - gate.Window, to, $"{gate.Name}: {verdict}");
        }
    }

    private void Count(Count count) => Run.Send(new ConnectionsCountedEvent(Counts.Of(
        Run.Now.AddSeconds(-count.OldSeconds),
        count.Percent,
        Math.Max(0, (count.Percent ?? 0) - count.OutOfSight),
        Math.Min(100, (count.Percent ?? 100) + count.OutOfSight))));

    private void Ask(Ask ask) => Run.Send(new OperatorAskedEvent(
        ask.Act,
        ask.Person ?? "somebody",
        ask.WithReason ? "a reason" : null,
        ask.Act == OperatorAct.Approve && ask.StepOffset is { } offset ? Run.State.Step + 1 + offset : null,
        ask.Person));

    private List<RunCommand> Collect()
    {
        for (; _collected < Run.Turns.Count; _collected++)
        {
            _outstanding.AddRange(
                Run.Turns[_collected].Decision.Commands.Where(command => command is not (WakeAtCommand or AnnounceCommand)));
        }

        return _outstanding;
    }
}
