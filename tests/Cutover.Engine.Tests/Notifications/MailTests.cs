using System.Net;
using Cutover.Engine.Notifications.Addresses;
using Cutover.Engine.Notifications.Channels;
using Cutover.Engine.Notifications.Delivery;
using Cutover.Engine.Notifications.Messages;
using Cutover.Engine.Storage;
using MimeKit;

namespace Cutover.Engine.Tests.Notifications;

/// <summary>E-mail through a real server.</summary>
public sealed class MailTests
{
    private static readonly OutgoingMessage Message = new(
        "msg_1", RunMessages.Test("mail", "ada", Storage.StorageBench.Now), new Uri("https://cutover.example/runs/1"), Approval: null);

    [Fact]
    public async Task A_decision_arrives_as_mail_with_its_weights_and_a_stable_id()
    {
        using var server = new MailReceiver { AsksForLogin = true };
        await using var bench = await NotificationBench.CreateAsync(("mail", new ChannelOptions
        {
            Kind = ChannelKind.Email, Host = "127.0.0.1", Port = server.Port, Security = MailSecurity.None, User = "cutover",
            Password = "open sesame", From = "Cutover <cutover@ops.example>", To = ["oncall@ops.example", "lead@ops.example"], Events = ["advanced"],
        }));
        await bench.SendAsync();
        await bench.StartRunAsync();

        var mail = await server.NextAsync();

        var row = Assert.Single(await bench.PassTimeUntilAsync(rows => rows[0].State == OutboxState.Delivered));
        Assert.Equal(["RCPT TO:<oncall@ops.example>", "RCPT TO:<lead@ops.example>"], mail.To);
        Assert.Contains("Subject: wss #1 moves on", mail.Lines);
        Assert.Contains($"Message-Id: <{row.MessageId}@ops.example>", mail.Lines);
        Assert.Contains("Auto-Submitted: auto-generated", mail.Lines);
        Assert.Contains("The run: https://cutover.example/ops/runs/1", mail.Lines);
        Assert.Contains("Weights HAProxy/Envoy:", mail.Lines);
    }

    [Fact]
    public async Task With_STARTTLS_everything_but_the_greeting_is_encrypted()
    {
        using var server = new MailReceiver(hasTls: true) { AsksForLogin = true };

        Assert.IsType<Delivered>(await SendAsync(server, MailSecurity.StartTls, isTrusted: true));

        var mail = await server.NextAsync();
        Assert.Equal((true, "\0cutover\0open sesame"), (mail.IsSecure, mail.Login));
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_gets_neither_login_nor_mail()
    {
        using var server = new MailReceiver(hasTls: true);

        var failed = Assert.IsType<NotDelivered>(await SendAsync(server, MailSecurity.StartTls, isTrusted: false));

        Assert.Equal(("TLS with localhost failed; its certificate may not be trusted", false), (failed.Why, failed.IsLasting));
        Assert.DoesNotContain(server.Said, line => line[..4] is "AUTH" or "MAIL");
    }

    [Fact]
    public async Task A_server_without_STARTTLS_gets_nothing()
    {
        using var server = new MailReceiver();

        var failed = Assert.IsType<NotDelivered>(await SendAsync(server, MailSecurity.StartTls, isTrusted: true));

        Assert.True(failed.IsLasting);
        Assert.DoesNotContain(server.Said, line => line[..4] is "AUTH" or "MAIL");
    }

    [Theory]
    [InlineData("550 no such box", true, "localhost answered 550 (RecipientNotAccepted)")]
    [InlineData("451 later", false, "localhost answered 451 (RecipientNotAccepted)")]
    public async Task A_refusal_for_good_is_lasting_and_one_for_now_is_not(string answer, bool isLasting, string why)
    {
        using var server = new MailReceiver { ToRecipient = answer };

        var failed = Assert.IsType<NotDelivered>(await SendAsync(server, MailSecurity.None, isTrusted: true));

        Assert.Equal((why, isLasting), (failed.Why, failed.IsLasting));
    }

    [Fact]
    public async Task A_wrong_password_is_said_without_it()
    {
        using var server = new MailReceiver();

        var failed = Assert.IsType<NotDelivered>(await SendAsync(server, MailSecurity.None, isTrusted: true, password: "hunter2 hunter2"));

        Assert.Equal(("localhost did not take the login", true), (failed.Why, failed.IsLasting));
    }

    [Fact]
    public async Task A_server_in_a_private_network_is_refused_as_well()
    {
        using var server = new MailReceiver();

        var failed = Assert.IsType<NotDelivered>(await SendAsync(server, MailSecurity.StartTls, isTrusted: true, allowed: "10.0.0.0/8"));

        Assert.True(failed.IsLasting);
        Assert.Contains("(loopback)", failed.Why, StringComparison.Ordinal);
        Assert.Empty(server.Said);
    }

    private static Task<DeliveryOutcome> SendAsync(
        MailReceiver server, MailSecurity security, bool isTrusted, string password = "open sesame", string allowed = "127.0.0.0/8")
    {
        var mail = new MailServer(
            "localhost", server.Port, security, new MailboxAddress("Cutover", "cutover@ops.example"), [new MailboxAddress("", "oncall@ops.example")])
        {
            User = "cutover", Password = password,
        };
        return new MailDelivery(mail, new GuardedDialer(new AddressRules([IPNetwork.Parse(allowed)])), TimeProvider.System)
        {
            Trust = (_, _, _, errors) => isTrusted || errors == System.Net.Security.SslPolicyErrors.None,
        }.SendAsync(Message, TestContext.Current.CancellationToken);
    }
}
