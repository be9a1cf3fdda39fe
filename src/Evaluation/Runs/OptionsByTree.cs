using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Evaluation;

/// <summary>The options of each file, read once and not once a config.</summary>
internal sealed class OptionsByTree
{
    private readonly ConcurrentDictionary<SyntaxTree, RunOptions> _known = new();

    // Many files have the same.
    private readonly ConcurrentDictionary<AnalyzerConfigOptions, RunOptions> _read = new();
    private readonly AnalyzerConfigOptionsProvider _provider;
    private readonly LawLibrary _laws;

    public OptionsByTree(AnalyzerConfigOptionsProvider provider, LawLibrary laws)
    {
        _provider = provider;
        _laws = laws;
    }

    public RunOptions Of(SyntaxTree tree) => _known.TryGetValue(tree, out var known) ? known : _known.GetOrAdd(tree,
        _read.GetOrAdd(_provider.GetOptions(tree), own => RunOptions.Read(own, _provider.GlobalOptions, _laws)));
}
