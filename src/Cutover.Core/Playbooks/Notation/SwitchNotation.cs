namespace Cutover.Core.Playbooks.Notation;

/// <summary>Something that is on or off.</summary>
public static class SwitchNotation
{
    private static readonly string[] Yes = ["yes", "true", "y", "enabled", "1"];

    private static readonly string[] No = ["no", "false", "n", "disabled", "0"];

    public static Parsed<bool> Read(string text) => text switch
    {
        "on" => true,
        "off" => false,
        _ => Explain(text, text.ToLowerInvariant()),
    };

    /// <summary>The word as a playbook writes it.</summary>
    public static string Write(bool on) => on ? "on" : "off";

    private static Fault Explain(string text, string lower)
    {
        var message = $"\"{text}\" is neither on nor off";
        return lower == "on" || Yes.Contains(lower) ? new Fault(message, "on")
            : lower == "off" || No.Contains(lower) ? new Fault(message, "off")
            : Fault.Advice(message, "on or off");
    }
}
