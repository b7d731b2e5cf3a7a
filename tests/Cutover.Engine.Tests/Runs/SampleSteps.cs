namespace Cutover.Engine.Tests.Runs;

/// <summary>Steps of playbooks.</summary>
internal static class SampleSteps
{
    public const string Two = "  - { weight: 50 %, bake: 1s }\n  - { weight: 100 %, bake: 1s }";

    /// <summary>No test is so slow that it sees the end of its first bake.</summary>
    public const string LongBake = "  - { weight: 50 %, bake: 10m }\n  - { weight: 100 %, bake: 1s }";

    public const string Approval = "  - { weight: 10 %, bake: 1s }\n  - { weight: 100 %, bake: 60s, approval: required }";
}
