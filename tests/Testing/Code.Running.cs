using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ScalingAnalyzers.Testing;

public sealed partial record Code
{
    /// <summary>Compiles the code with all generated files, and loads it to read its values.</summary>
    public async Task<LoadedCode> Load()
    {
        Analysis analysis = await Analysis.Of(this with { Analyzers = ImmutableArray<DiagnosticAnalyzer>.Empty });
        var images = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (Compilation compilation in analysis.Compilations.Values)
        {
            var image = new MemoryStream();
            var result = compilation.Emit(image);
            if (!result.Success)
                Assert.Fail("The code under test cannot be emitted.\n"
                    + Report.Lines(result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error)));
            images.Add(compilation.AssemblyName!, image.ToArray());
        }

        foreach (MetadataReference reference in Projects.SelectMany(project => project.References))
            if (AssembledReference.TryGetImage(reference, out byte[] image))
                images[Path.GetFileNameWithoutExtension(reference.Display)!] = image;
        return new(images);
    }
}
