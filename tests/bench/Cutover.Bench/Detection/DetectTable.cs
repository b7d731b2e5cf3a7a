using System.Globalization;

namespace Cutover.Bench.Detection;

/// <summary>Prints what became of the trials, a line for each fault.</summary>
internal static class DetectTable
{
    public static void Print(IReadOnlyList<TrialResult> results, TimeSpan patience)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Count} runs at 50 %, each watched for {patience.TotalSeconds:0} s; seconds from the fault to the decision"));
        Console.WriteLine($"{"fault",-34} {"runs",5} {"as wanted",10} {"back",5} {"held",5} {"baking",7} {"unready",8} {Spread.Heading}");
        foreach (var trials in results.GroupBy(result => result.Fault))
        {
            Console.WriteLine(Line(trials.Key, [.. trials]));
        }

        var wires = results.Select(result => result.ToWire?.TotalMilliseconds).OfType<double>();
        Console.WriteLine($"{"decisive measurement to ChangeResourceRecordSets on the wire, ms",-81} {Spread.Heading}");
        Console.WriteLine($"{"every rollback",-81} {Spread.Of(wires)}");
    }

    private static string Line(Fault fault, IReadOnlyList<TrialResult> trials)
    {
        int Count(Ending ending) => trials.Count(trial => trial.Ending == ending);
        var tried = trials.Count - Count(Ending.NeverReady);
        var wanted = trials.Count(trial => trial.IsWanted);
        var share = tried == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * wanted / tried:0.#} %");
        var times = Spread.Of(trials.Select(trial => trial.ToDecision?.TotalSeconds).OfType<double>());
        return $"{fault.Name,-34} {tried,5} {share,10} {Count(Ending.RolledBack),5} {Count(Ending.Held),5} {Count(Ending.Baking),7} "
            + $"{Count(Ending.NeverReady),8} {times}";
    }
}
