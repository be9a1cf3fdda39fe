using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Laws.Literature;

/// <summary>The domains of Henighan et al. 2020, table 1.</summary>
public static class Henighan2020
{
    /// <summary>Text.</summary>
    public static HenighanLaw Language { get; } =
        new("language", "language", new(0, 1.47e14, 0.070), new(0, 3.47e8, 0.048), (3.3e-13, 0.73));

    /// <summary>All twelve rows of table 1.</summary>
    public static IReadOnlyList<HenighanLaw> Domains { get; } = Array.AsReadOnly(new[]
    {
        Language,
        new("image-8x8", "image 8x8", new(3.12, 8.0e1, 0.24), new(3.13, 1.8e-8, 0.19), (5.3e-14, 0.64)),
        new("image-16x16", "image 16x16", new(2.64, 2.8e2, 0.22), new(2.64, 1.6e-8, 0.16), (4.8e-12, 0.75)),
        new("image-32x32", "image 32x32", new(2.20, 6.3e1, 0.13), new(2.21, 3.6e-9, 0.1), (1.6e-13, 0.65)),
        new("image-vq-16x16", "image VQ 16x16", new(3.99, 2.7e4, 0.13), new(4.09, 6.1e-7, 0.11), (6.2e-14, 0.64)),
        new("image-vq-32x32", "image VQ 32x32", new(3.07, 1.9e4, 0.14), new(3.17, 2.6e-6, 0.12), (9.4e-13, 0.7)),
        new("text-to-image-text", "text to image, text part", new(0, 5.6e8, 0.037), null, null),
        new("text-to-image-image", "text to image, image part", new(2.0, 5.1e3, 0.16), new(1.93, 1.5e-6, 0.15), (9.4e-13, 0.7)),
        new("image-to-text-text", "image to text, text part", new(0, 7.0e8, 0.039), null, null),
        new("image-to-text-image", "image to text, image part", new(2.0, 5.5e3, 0.15), new(1.97, 1.5e-6, 0.16), (3.3e-12, 0.72)),
        new("video-vq", "video VQ 16x16x16", new(1.01, 3.7e4, 0.24), new(0.95, 2.2e-5, 0.14), (1.13e-12, 0.71)),
        new HenighanLaw("math", "mathematics, extrapolated", new(0.28, 1.1e4, 0.16), new(0.14, 1.4e-5, 0.17), (2.3e-12, 0.69)),
    });
}
