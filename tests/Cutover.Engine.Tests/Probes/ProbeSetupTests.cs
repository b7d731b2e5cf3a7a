using Cutover.Core.Playbooks;
using Cutover.Engine.Probes;

namespace Cutover.Engine.Tests.Probes;

public sealed class ProbeSetupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cutover-secrets-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Secrets_come_from_the_environment_and_from_files()
    {
        Environment.SetEnvironmentVariable("PROBE_SETUP_TEST", "Bearer abc");
        File.WriteAllText(Path.Combine(_folder.FullName, "hello"), "open sesame\n");
        var (options, fault) = Resolve(Probing.Default with
        {
            Handshakes = 7,
            Header = Probing.Default.Header.Add("Authorization", new ProbeVariable("PROBE_SETUP_TEST")),
            FirstMessage = new ProbeFile("hello"),
        });
        Assert.Null(fault);
        Assert.Equal(("Bearer abc", "open sesame", 7.0), (options!.Headers["authorization"], options.FirstMessage, options.DialsPerSecond));
    }

    [Theory]
    [InlineData(true, "the environment variable PROBE_SETUP_MISSING")]
    [InlineData(false, "and it is missing or empty: put it there, readable for Cutover")]
    public void A_secret_that_the_host_does_not_have_is_named(bool isVariable, string words)
    {
        var (options, fault) = Resolve(Probing.Default with
        {
            FirstMessage = isVariable ? new ProbeVariable("PROBE_SETUP_MISSING") : new ProbeFile("missing"),
        });
        Assert.Null(options);
        Assert.Contains(words, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_of_several_lines_cannot_smuggle_a_header_in()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "two"), "a\r\nX-Admin: yes");
        var (_, fault) = Resolve(Probing.Default with { Header = Probing.Default.Header.Add("X-A", new ProbeFile("two")) });
        Assert.Contains("more than one line", fault, StringComparison.Ordinal);
    }

    private (ProbeOptions? Options, string? Fault) Resolve(Probing probing) =>
        ProbeSetup.Resolve(probing, null, new ProbeOptions(), new ProbeSecrets(_folder.FullName));
}
