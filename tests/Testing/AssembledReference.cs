using System;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Testing;

/// <summary>References to images in memory keep their image, so that emitted code can be loaded with them.</summary>
internal static class AssembledReference
{
    private static readonly ConditionalWeakTable<MetadataReference, byte[]> Images = new();

    /// <summary>A reference to that image.</summary>
    public static MetadataReference Of(byte[] image, string name)
    {
        PortableExecutableReference reference = MetadataReference.CreateFromImage(image, filePath: name + ".dll");
        Images.Add(reference, image);
        return reference;
    }

    /// <summary>The image behind a reference made here.</summary>
    public static bool TryGetImage(MetadataReference reference, out byte[] image)
    {
        bool found = Images.TryGetValue(reference, out byte[]? value);
        image = value ?? Array.Empty<byte>();
        return found;
    }
}
