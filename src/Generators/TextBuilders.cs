using System;
using System.Threading;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Generators;

/// <summary>The builder of a generator, which keeps its buffers from one text to the next. Compilations that are
/// generated for at the same time have one each.</summary>
internal sealed class TextBuilders
{
    private TextBuilder? _free;

    /// <summary>Writes something; where that fails, another builder follows.</summary>
    public T Use<T>(Func<TextBuilder, T> write)
    {
        var text = Interlocked.Exchange(ref _free, null) ?? new TextBuilder();
        var written = write(text);
        Volatile.Write(ref _free, text);
        return written;
    }
}
