using CsCheck;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Budget;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Aws.Budget;

/// <summary>What holds for every order of asking, leaving and passing time.</summary>
public sealed class RequestBudgetProperties
{
    /// <summary>0: ask normally, 1: ask urgently, 2: one of the waiters leaves, more: that many 10 ms pass.</summary>
    private static readonly Gen<int> Act = Gen.Frequency((4, Gen.Const(0)), (3, Gen.Const(1)), (2, Gen.Const(2)), (3, Gen.Int[3, 120]));

    [Fact]
    public void Never_over_rate_urgent_first_in_order_and_nobody_is_lost() =>
        Gen.Select(Gen.Int[1, 5], Act.Array[1, 60], Gen.Int[0, 1000]).Sample((rate, acts, pick) =>
        {
            using var play = new Play(rate, pick);
            foreach (var act in acts)
            {
                play.Do(act);
            }

            play.LetEveryoneThrough();
            play.AssertRate(rate);
        });

    private sealed class Waiter(CallPriority priority) : IDisposable
    {
        private readonly CancellationTokenSource leave = new();

        public CallPriority Priority => priority;

        public Task Token { get; private set; } = Task.CompletedTask;

        public bool Seen { get; set; }

        public bool Left { get; private set; }

        public bool Waits => !Token.IsCompleted;

        public void Ask(RequestBudget budget) => Token = budget.TakeAsync(priority, leave.Token);

        public void Leave()
        {
            Left = true;
            leave.Cancel();
        }

        public void Dispose() => leave.Dispose();
    }

    private sealed class Play(int rate, int pick) : IDisposable
    {
        private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

        private readonly FakeTimeProvider time = new();
        private readonly List<Waiter> all = [];
        private readonly List<DateTimeOffset> grants = [];
        private RequestBudget? budget;

        private RequestBudget Budget => budget ??= new RequestBudget(rate, time);

        public void Do(int act)
        {
            switch (act)
            {
                case 0 or 1:
                    all.Add(new Waiter(act is 1 ? CallPriority.Urgent : CallPriority.Normal));
                    all[^1].Ask(Budget);
                    break;
                case 2 when all.FindAll(waiter => waiter.Waits) is { Count: > 0 } waiting:
                    waiting[pick % waiting.Count].Leave();
                    break;
                default:
                    Pass(act);
                    return;
            }

            Observe();
        }

        public void LetEveryoneThrough()
        {
            Pass((all.Count + 1) * 110);
            Assert.All(all, waiter => Assert.True(waiter.Left ? waiter.Token.IsCanceled : waiter.Token.IsCompletedSuccessfully));
        }

        /// <summary>Grants are seen up to one tick late, which the 50 ms beyond the second that a token stays away cover.</summary>
        public void AssertRate(int perSecond) => Assert.All(
            grants, start => Assert.InRange(grants.Count(at => at >= start && at < start.AddSeconds(1)), 1, perSecond));

        public void Dispose()
        {
            Budget.Dispose();
            all.ForEach(waiter => waiter.Dispose());
        }

        private void Pass(int ticks)
        {
            for (var tick = 0; tick < ticks; tick++)
            {
                time.Advance(Tick);
                Observe();
            }
        }

        private void Observe()
        {
            foreach (var waiter in all.Where(waiter => !waiter.Seen && waiter.Token.IsCompletedSuccessfully))
            {
                waiter.Seen = true;
                grants.Add(time.GetUtcNow());
                Assert.DoesNotContain(all.TakeWhile(other => other != waiter), other => other.Waits && other.Priority == waiter.Priority);
                Assert.True(waiter.Priority is CallPriority.Urgent
                    || !all.Exists(other => other is { Waits: true, Priority: CallPriority.Urgent }));
            }
        }
    }
}
