using System.Collections.Immutable;
using CsCheck;
using Cutover.Core.Auditing;

namespace Cutover.Core.Tests.Auditing;

public sealed class AuditChainTests
{
    private static readonly AuditEntry Empty =
        new(0, SamplePlans.Noon, "ada", null, null, "run.pause", null, null, null, null, null, null, string.Empty, string.Empty);

    private static readonly Gen<AuditEntry> Any = Gen.Select(
        Gen.String, Gen.String.Null(), Gen.String, Gen.Long[1, 99], Gen.String.Null(), Gen.Int[0, 9999],
        (who, token, act, run, why, seconds) => Empty with
        {
            Who = who, Token = token, Act = act, Run = run, Why = why, At = SamplePlans.Noon.AddSeconds(seconds),
        });

    private static readonly ImmutableArray<Func<AuditEntry, AuditEntry>> Changes =
    [
        entry => entry with { At = entry.At.AddTicks(1) },
        entry => entry with { Who = entry.Who + "x" },
        entry => entry with { Token = entry.Token is null ? "" : null },
        entry => entry with { From = "192.0.2.1" },
        entry => entry with { Act = "x" + entry.Act },
        entry => entry with { Run = entry.Run + 1 },
        entry => entry with { Playbook = "" },
        entry => entry with { Account = "ada" },
        entry => entry with { Why = (entry.Why ?? "") + " " },
        entry => entry with { Before = "{}" },
        entry => entry with { After = "{}" },
        entry => entry with { Previous = AuditHash.Of(entry) },
        entry => entry with { Hash = AuditHash.Of(entry with { Who = entry.Who + "x" }) },
    ];

    [Fact]
    public void A_chain_that_nobody_touched_has_no_fault() => Any.Array[0, 12].Sample(entries =>
    {
        var chain = Chain(entries);
        Assert.Null(Check(chain).Fault);
        Assert.Equal(chain.Length, Check(chain).Chain.Rows);
    });

    [Fact]
    public void A_row_that_was_changed_is_named() =>
        Gen.Select(Any.Array[1, 12], Gen.Int[0, 11], Gen.Int[0, Changes.Length - 1]).Sample((entries, which, change) =>
        {
            var (chain, at) = (Chain(entries), which % entries.Length);
            Assert.Equal(at + 1, Check(chain.SetItem(at, Changes[change](chain[at]))).Fault?.Sequence);
        });

    [Fact]
    public void A_row_that_was_changed_together_with_its_hash_breaks_the_row_after() => Gen.Select(Any.Array[2, 12], Gen.Int[0, 10]).Sample(
        (entries, which) =>
        {
            var (chain, at) = (Chain(entries), which % (entries.Length - 1));
            var forged = chain[at] with { Who = chain[at].Who + "x" };
            Assert.Equal(at + 2, Check(chain.SetItem(at, forged with { Hash = AuditHash.Of(forged) })).Fault?.Sequence);
        });

    [Fact]
    public void A_row_that_was_taken_out_is_named() => Gen.Select(Any.Array[2, 12], Gen.Int[0, 10]).Sample((entries, which) =>
    {
        var at = which % (entries.Length - 1);
        Assert.Equal(at + 1, Check(Chain(entries).RemoveAt(at)).Fault?.Sequence);
    });

    [Fact]
    public void Rows_taken_off_the_end_show_by_the_head_that_is_not_there() => Any.Array[2, 12].Sample(entries =>
    {
        var chain = Chain(entries);
        Assert.True(Check(chain, chain[^1].Hash).Chain.IsExpectedSeen);
        Assert.True(Check(chain, chain[0].Hash.ToUpperInvariant()).Chain.IsExpectedSeen);
        Assert.False(Check(chain[..^1], chain[^1].Hash).Chain.IsExpectedSeen);
    });

    [Fact]
    public void The_form_that_is_hashed_is_the_one_that_the_readme_tells() => Assert.Equal(
        // printf '%s' '[1,"2026-03-14T12:00:00.0000000Z","ada",null,null,"run.pause","7",null,null,"a \"reason\" – ünd","{}",null,"00…00"]' | sha256sum
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(
            $"[1,\"2026-03-14T12:00:00.0000000Z\",\"ada\",null,null,\"run.pause\",\"7\",null,null,\"a \\\"reason\\\" – ünd\",\"{{}}\",null,\"{new string('0', 64)}\"]"))),
        AuditHash.Of(Empty with { Sequence = 1, Run = 7, Why = "a \"reason\" – ünd", Before = "{}", Previous = AuditHash.Beginning }));

    private static ImmutableArray<AuditEntry> Chain(IEnumerable<AuditEntry> entries)
    {
        var chain = ImmutableArray.CreateBuilder<AuditEntry>();
        foreach (var entry in entries)
        {
            var next = entry with { Sequence = chain.Count + 1, Previous = chain.LastOrDefault()?.Hash ?? AuditHash.Beginning };
            chain.Add(next with { Hash = AuditHash.Of(next) });
        }

        return chain.ToImmutable();
    }

    private static (AuditChain Chain, AuditFault? Fault) Check(IEnumerable<AuditEntry> entries, string? head = null)
    {
        var chain = AuditChain.Empty;
        foreach (var entry in entries)
        {
            if (chain.Fault(entry) is { } fault)
            {
                return (chain, fault);
            }

            chain = chain.With(entry, head);
        }

        return (chain, null);
    }
}
