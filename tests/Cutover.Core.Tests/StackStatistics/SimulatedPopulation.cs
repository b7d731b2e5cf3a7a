using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;

namespace Cutover.Core.Tests.StackStatistics;

/// <summary>
/// Clients whose connections last exponentially, all on the source at first, and come back to the target with the probability of its weight.
/// </summary>
/// <param name="clients">How many.</param>
/// <param name="lifetime">Mean, in minutes.</param>
/// <param name="weight">0 to 1.</param>
/// <param name="random">Seeded.</param>
internal sealed class SimulatedPopulation(int clients, double lifetime, double weight, Random random)
{
    private int onTarget;
    private double minutes;

    /// <summary>Lets time pass and tells what statistics would show of it.</summary>
    public TrafficShares Watch(double watched)
    {
        var ended = 0;
        while (Next() is var gap && minutes + gap <= watched)
        {
            Replace(gap);
            ended++;
        }

        minutes = watched;
        var share = new Share(100m * onTarget / clients);
        return new TrafficShares(
            Samples.Begin.AddMinutes(minutes), null, share, share, share, clients, new Churn(ended, clients * watched), []);
    }

    /// <summary>Goes on until the target has this share, and gives the minute.</summary>
    public double Reach(double share)
    {
        while (onTarget < share * clients)
        {
            Replace(Next());
        }

        return minutes;
    }

    private double Next() => -Math.Log(1 - random.NextDouble()) * lifetime / clients;

    private void Replace(double gap)
    {
        minutes += gap;
        onTarget -= random.Next(clients) < onTarget ? 1 : 0;
        onTarget += random.NextDouble() < weight ? 1 : 0;
    }
}
