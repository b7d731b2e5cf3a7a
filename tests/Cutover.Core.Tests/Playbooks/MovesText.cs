using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Tests.Playbooks;

/// <summary>Writes out what moves when: steps, waves, and what is kept apart.</summary>
internal static class MovesText
{
    public static string Write(Playbook playbook)
    {
        var text = new StringBuilder();
        if (!playbook.Steps.IsEmpty)
        {
            text.Append(CultureInfo.InvariantCulture, $"steps: {Steps(playbook.Steps)}\n");
        }

        if (!playbook.Waves.IsEmpty)
        {
            text.Append("waves:\n");
        }

        foreach (var wave in playbook.Waves)
        {
            var own = wave.Steps == playbook.Steps ? "" : $", steps: {Steps(wave.Steps)}";
            text.Append(CultureInfo.InvariantCulture, $"  {JsonSerializer.Serialize(wave.Name)}: {{ records: {Names(wave.Records)}{own} }}\n");
        }

        return playbook.Apart.IsEmpty
            ? text.ToString()
            : text.Append(CultureInfo.InvariantCulture, $"apart: [{string.Join(", ", playbook.Apart.Select(Names))}]\n").ToString();
    }

    private static string Names(ImmutableArray<string> names) => $"[{string.Join(", ", names)}]";

    private static string Steps(ImmutableArray<Step> steps) => $"[{string.Join(", ", steps.Select(step => string.Create(
        CultureInfo.InvariantCulture,
        $"{{ weight: {step.Weight.Percent} %, bake: {DurationNotation.Write(step.Bake)}{Approval(step)}{Until(step)} }}")))}]";

    private static string Approval(Step step) =>
        step.ApprovalBySecond ? ", approval: second-person" : step.ApprovalRequired ? ", approval: required" : "";

    private static string Until(Step step) => step.Until is { } until ? $", until: \"{until}\"" : "";
}
