using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Evaluation;

/// <summary>The options of each file, read once and not once a config.</summary>
internal sealed class OptionsByTree
{
    private readonly ConcurrentDictionary<SyntaxTree, RunOptions> _known = new();
    private readonly AnalyzerConfigOptionsProvider _provider;
    private readonly LawLibrary _laws;

    public OptionsByTree(AnalyzerConfigOptionsProvider provider, LawLibrary laws)
    {
        _provider = provider;
        _laws = laws;
    }

    public RunOptions Of(SyntaxTree tree) => _known.GetOrAdd(tree, t => RunOptions.Read(_provider, t, _laws));
}
