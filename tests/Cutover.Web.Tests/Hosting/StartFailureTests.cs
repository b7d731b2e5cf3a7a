using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Cutover.Web.Hosting;

namespace Cutover.Web.Tests.Hosting;

/// <summary>The built program, told something that it cannot do: it answers in words, and not with a stack trace.</summary>
public sealed class StartFailureTests
{
    private const string Token = "--Cutover:Token=0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("--Lab=maybe is neither true nor false.", "--Lab=maybe")]
    [InlineData("'abc' at 'Lab:Clients'", "--Lab=true", "--Lab:Clients=abc")]
    [InlineData("Lab:TargetAddress=10.0.0.4 is no address of loopback: write one such as 127.0.1.1.", "--Lab=true", "--Lab:TargetAddress=10.0.0.4")]
    [InlineData("'abc' at 'Cutover:CloudWatchPoll'", Token, "--Cutover:CloudWatchPoll=abc")]
    [InlineData("Invalid url: 'banana'.", Token, "--urls=banana")]
    [InlineData("Cutover:Oidc:ClientId is missing", Token, "--Cutover:Oidc:Authority=https://id.example")]
    [InlineData("choose the file with --Cutover:Database", Token, "--Cutover:Database=/proc/nowhere/cutover.db")]
    public async Task What_cannot_be_done_is_said_in_words(string words, params string[] args) => await AssertRefusedAsync(words, args);

    [Fact]
    public async Task A_file_that_is_no_database_is_said_to_be_none()
    {
        var junk = Path.GetTempFileName();
        await File.WriteAllTextAsync(junk, new string('x', 4096), TestContext.Current.CancellationToken);

        await AssertRefusedAsync("file is not a database", Token, "--urls=http://127.0.0.1:0", $"--Cutover:Database={junk}");
    }

    [Fact]
    public async Task A_taken_address_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        await AssertRefusedAsync($"Failed to bind to address http://{taken.LocalEndpoint}: address already in use. Perhaps another Cutover runs here", Token, $"--urls=http://{taken.LocalEndpoint}");
    }

    [Fact]
    public async Task A_taken_port_of_the_lab_names_the_settings()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await AssertRefusedAsync("--Lab:Route53Port", "--Lab=true", "--urls=http://127.0.0.1:0", $"--Lab:Route53Port={port}");
    }

    [Theory]
    [InlineData("Lab:EdgePort")]
    [InlineData("Lab:DnsPort")]
    public async Task A_taken_address_of_the_lab_is_named(string setting)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await AssertRefusedAsync(
            $"({taken.LocalEndpoint})", "--Lab=true", "--urls=http://127.0.0.1:0", "--Lab:SourceAddress=127.0.0.1", "--Lab:Route53Port=0", "--Lab:CloudWatchPort=0", "--Lab:DnsPort=0", $"--{setting}={port}");
    }

    [Fact]
    public void A_bug_keeps_its_stack_trace() => Assert.Null(StartFailure.Words(new InvalidOperationException("a bug")));

    private static async Task AssertRefusedAsync(string words, params string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("cutover-start");
        using var host = Process.Start(Command(folder, args))!;
        var log = host.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await host.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await host.WaitForExitAsync(TestContext.Current.CancellationToken);
        folder.Delete(recursive: true);

        Assert.StartsWith("Cutover did not start. ", said, StringComparison.Ordinal);
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said + await log, StringComparison.Ordinal);
        Assert.Equal(1, host.ExitCode);
    }

    private static ProcessStartInfo Command(DirectoryInfo folder, string[] args) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cutover.Web.dll"), .. args])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
}
