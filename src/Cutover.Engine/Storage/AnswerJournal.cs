using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Storage;

/// <summary>Writes down answers that no decision depends on.</summary>
internal sealed class AnswerJournal(IDbContextFactory<CutoverContext> contexts)
{
    public async Task AddAsync(IEnumerable<AnswerRecord> answers, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.Answers.AddRange(answers);
        await context.SaveChangesAsync(cancellation);
    }
}
