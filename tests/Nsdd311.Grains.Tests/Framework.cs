[assembly: TestFramework("Nsdd311.Testing.SkippingFramework", "Nsdd311.Grains.Tests")]
