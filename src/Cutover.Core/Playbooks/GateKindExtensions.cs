namespace Cutover.Core.Playbooks;

public static class GateKindExtensions
{
    /// <summary>The kind as a playbook writes it.</summary>
    public static string Keyword(this GateKind kind) => kind switch
    {
        GateKind.Errors => "errors",
        GateKind.Traffic => "traffic",
        GateKind.Latency => "latency",
        _ => "probe",
    };
}
